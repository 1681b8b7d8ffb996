/**
 * Reads the configuration, runs the stages, keeps the store and writes the output safely. Start at {@code SiteBuild}.
 */
@NullMarked
package org.backfile.site;

import org.jspecify.annotations.NullMarked;
