package org.backfile.render;

/**
 * A template that cannot be used: the message says which, at what line and column, and what was missing or wrong there.
 * The build stops and leaves the old site in place.
 */
public final class TemplateProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateProblem(String message) {
        super(message);
    }
}
