/**
 * Builds the static full-text index that the search page loads.
 */
@NullMarked
package org.backfile.search;

import org.jspecify.annotations.NullMarked;
