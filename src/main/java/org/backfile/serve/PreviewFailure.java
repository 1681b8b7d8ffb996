package org.backfile.serve;

/** The preview can't be shown. The message is a sentence to a person. */
public final class PreviewFailure extends Exception {
    private static final long serialVersionUID = 1L;

    PreviewFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
