/**
 * Command-line options in, exit code and messages out. Start at {@code Main}.
 */
@NullMarked
package org.backfile.cli;

import org.jspecify.annotations.NullMarked;
