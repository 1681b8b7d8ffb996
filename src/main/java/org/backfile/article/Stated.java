package org.backfile.article;

/** A value read from a file, with the reason to believe it. */
public record Stated<T>(T value, Evidence evidence) {}
