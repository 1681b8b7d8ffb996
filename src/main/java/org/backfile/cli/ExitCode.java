package org.backfile.cli;

/** What the program's exit codes mean. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;

    /** Failed; the old site stands untouched. */
    static final int FAILED = 1;

    /** Wrong usage. */
    static final int USAGE = 2;

    /** Done, but {@code --strict} was given and there were problems with the input. */
    static final int PROBLEMS = 3;

    private ExitCode() {}
}
