package org.backfile.render;

/**
 * HTML that is ready to stand in a page: everything from input in it is escaped already. Only a value of this type is
 * printed unescaped by templates; a plain string never is.
 *
 * @param value whole elements or text, never half a tag
 */
public record Html(String value) {
    /** No HTML at all. */
    public static final Html NONE = new Html("");

    /** The text, cleaned and escaped. */
    public static Html text(String text) {
        return new Html(HtmlText.escape(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
