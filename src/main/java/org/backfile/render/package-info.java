/**
 * Turns pages into HTML, feeds and data files with FreeMarker and commonmark.
 */
@NullMarked
package org.backfile.render;

import org.jspecify.annotations.NullMarked;
