/**
 * Finds the input files and turns each into decoded lines that know their place, with problems as values. Start at {@link org.backfile.source.SourceFile}.
 */
@NullMarked
package org.backfile.source;

import org.jspecify.annotations.NullMarked;
