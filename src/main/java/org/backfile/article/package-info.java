/**
 * Infers what a source file says (headline, byline, date, body …) and on what each field rests. Start at {@link org.backfile.article.ArticleReader}.
 */
@NullMarked
package org.backfile.article;

import org.jspecify.annotations.NullMarked;
