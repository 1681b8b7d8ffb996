package org.backfile.article;

/** The rules by which a field is found. {@link #id()} stands in the data files. */
public enum Rule {
    /** A key of YAML or TOML front matter. */
    FRONT_MATTER,
    /** A line {@code Title: …} of a header block. */
    HEADER_LINE,
    /** A column of a row, or a key of a JSON line. */
    RECORD_FIELD,
    /** HTML metadata: title element, OpenGraph, JSON-LD, time element. */
    HTML_METADATA,
    /** A row of overrides.csv. */
    OVERRIDE,
    /** The setting of the archive or the folder in backfile.yaml. */
    SETTING,
    /** The first line of the text that reads like a headline. */
    FIRST_HEADLINE_LIKE_LINE,
    /** What a page's title has before or after the divider: {@code Headline - Site}. */
    TITLE_LINE,
    /** The line that stands above each of the repeated bodies. */
    LINE_ABOVE_REPEATED_BODY,
    /** A first-level Markdown heading. */
    MARKDOWN_HEADING,
    /** A short line above the headline. */
    LINE_ABOVE_HEADLINE,
    /** The first line of many files of the folder. */
    FIRST_LINE_OF_FOLDER,
    /** A short first line, well above the headline. */
    FIRST_LINE,
    /** A line {@code By …} or its like in another language. */
    BYLINE_LINE,
    /** The last step of a trail: {@code Home > News > Local}. */
    SECTION_TRAIL,
    /** What stands before the dash at the start of the body. */
    DATELINE,
    /** A line that is nothing but a date. */
    DATE_LINE,
    /** A date in the path's folders or the file's name. */
    PATH_DATE,
    /** The letters of the text: a script, or the commonest words. */
    SCRIPT_OR_WORDS,
    /** The earliest date among the story's copies. */
    DATE_OF_COPY;

    /** The name in lower case with hyphens, as {@code dateline}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
