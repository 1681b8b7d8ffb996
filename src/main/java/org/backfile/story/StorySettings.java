package org.backfile.story;

/**
 * How stories are told apart.
 *
 * @param threads how many threads may work at once, at least 1; has no influence on the result
 * @param dateWindowDays two articles whose dates are known and further apart are one story only if their words are
 *     nearly the same; at least 0
 */
public record StorySettings(int threads, int dateWindowDays) {
    /** Two threads, three days. */
    public static final StorySettings DEFAULTS = new StorySettings(2, 3);

    public StorySettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        if (dateWindowDays < 0) {
            throw new IllegalArgumentException("a date window of " + dateWindowDays + " days");
        }
    }
}
