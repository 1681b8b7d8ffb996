package org.backfile.source;

/** What can be wrong with input, each with what its owner can do about it. */
public enum ProblemKind {
    UNREADABLE_FILE("make it readable, or take it out of the folder"),
    UNDECODABLE_BYTES("name the folder's charset under \"folders\" in backfile.yaml"),
    GUESSED_CHARSET("name the folder's charset under \"folders\" in backfile.yaml if this is wrong"),
    MIXED_ENCODINGS("save the file as UTF-8 if some letters look wrong"),
    MENDED_MOJIBAKE("save the file as UTF-8 from its first source if a letter looks wrong"),
    NOT_READ("if it holds articles, save it as text, Markdown or HTML; if not, leave it"),
    LEFT_OUT("nothing to do unless articles are missing; then put them there as files with names of their own"),
    BAD_FRONT_MATTER("mend the lines between the two \"---\", or take them out"),
    BAD_RECORD("mend the row, or take it out"),
    UNUSED_COLUMN("name it under \"fields\" in backfile.yaml if it says something of the article"),
    BAD_DATE("write it there as 2014-12-30, or set it in overrides.csv"),
    LATE_DATE("set the right date in overrides.csv, or a later \"latest-date\" in backfile.yaml"),
    NO_TEXT("nothing to do if the file is meant to hold no article"),
    MISSING_IMAGE("put the picture there, or take the reference out"),
    DROPPED_LINK("write an address that begins with https://, or the path of a page of the site"),
    STALE_OVERRIDE("take the row out of overrides.csv, or mend its path"),
    BAD_CONTAINER("unpack it by hand and put the files in the folder");

    private final String hint;

    ProblemKind(String hint) {
        this.hint = hint;
    }

    /** What to do about it: half a sentence, without a full stop. */
    public String hint() {
        return hint;
    }
}
