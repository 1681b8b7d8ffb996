package org.backfile.article;

/** How surely a field is known. */
public enum Confidence {
    /** Somebody wrote it as metadata: front matter, a header block, an override. */
    WRITTEN,
    /** The shape and place of the text say so. */
    INFERRED,
    /** The best of several readings; worth a look. */
    GUESSED
}
