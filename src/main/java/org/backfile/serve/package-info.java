/**
 * Shows a built site on this machine and builds it again when its sources change. Start at {@code Preview}.
 */
@NullMarked
package org.backfile.serve;

import org.jspecify.annotations.NullMarked;
