/**
 * Brings a target up to date with a built site, sending only what changed, in an order in which no reader meets a
 * missing page. Start at {@code Publication}.
 */
@NullMarked
package org.backfile.publish;

import org.jspecify.annotations.NullMarked;
