package org.backfile.publish;

/** The target could not be brought up to date. The message is a sentence to a person and holds no secret. */
public final class PublishFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure that the sentence explains. */
    public PublishFailure(String sentence) {
        super(sentence);
    }

    /** A failure with what caused it; the cause is for debugging only and never shown. */
    public PublishFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
