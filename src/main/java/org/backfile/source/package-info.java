/**
 * Finds the input files and turns each into decoded lines that know their place, with problems as values. Start at
 * {@link org.backfile.source.SourceScan}, whose entries {@link org.backfile.source.SourceReader} reads; charsets that a
 * file leaves open are decided by {@link org.backfile.source.FolderCharsets}.
 */
@NullMarked
package org.backfile.source;

import org.jspecify.annotations.NullMarked;
