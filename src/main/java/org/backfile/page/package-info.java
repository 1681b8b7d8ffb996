/**
 * Decides which pages exist, their paths and their links; knows no HTML and no disk. Start at {@link org.backfile.page.SitePlan}.
 */
@NullMarked
package org.backfile.page;

import org.jspecify.annotations.NullMarked;
