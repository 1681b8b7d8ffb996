package org.backfile.publish;

/**
 * What a publication did, or would do.
 *
 * @param target its name
 * @param plan the difference that was found
 * @param bytes of the files that are new or changed
 * @param sent files sent, the manifest included; fewer than planned where an interrupted publication had sent them
 * @param deleted files deleted
 */
public record PublishReport(String target, PublishPlan plan, long bytes, int sent, int deleted) {}
