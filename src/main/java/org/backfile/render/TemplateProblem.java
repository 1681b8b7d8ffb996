package org.backfile.render;

/**
 * A template that cannot be used: the message says which, at what line and column, and what was missing or wrong there.
 * The build stops and leaves the old site in place.
 */
public final class TemplateProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    TemplateProblem(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
