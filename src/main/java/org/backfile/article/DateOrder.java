package org.backfile.article;

/** Which comes first in a date written in figures, as far as a folder tells. */
enum DateOrder {
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST
}
