package org.backfile.cli;

import java.io.PrintWriter;

/**
 * Where the program speaks: results to {@code out}, everything else to {@code err}.
 *
 * @param terminal whether {@code err} is a person's terminal
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {
    /** Says why the command failed. */
    void failure(String sentence) {
        err.println("backfile: " + sentence);
        err.flush();
    }
}
