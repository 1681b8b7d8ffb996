/**
 * Checks a built site for everything that it promises: links, bytes, markup, the ledger, and what hosts allow. Start at
 * {@code SiteCheck}.
 */
@NullMarked
package org.backfile.check;

import org.jspecify.annotations.NullMarked;
