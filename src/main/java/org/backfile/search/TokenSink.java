package org.backfile.search;

/** Takes the tokens of a text, in order. */
interface TokenSink {
    /**
     * A token.
     *
     * @param chars the token's characters from 0 to {@code length}; valid during the call only
     * @param advances true for the tokens that phrases are made of, each one position after the last; false for another
     *     spelling of what stands at the last position
     */
    void token(char[] chars, int length, boolean advances);
}
