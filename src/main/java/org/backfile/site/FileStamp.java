package org.backfile.site;

/**
 * What the file system says of a file without reading it: as long as it is the same, the file is taken to be.
 *
 * @param size in bytes
 * @param modified in nanoseconds since 1970
 * @param fileKey what the file system calls the file itself, whatever its name; may be empty
 */
record FileStamp(long size, long modified, String fileKey) {}
