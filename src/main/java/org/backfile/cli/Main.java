package org.backfile.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry point. */
@Command(name = "backfile", description = "Turns a folder of article texts into a static news archive.")
public final class Main {
    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, System.in, stream(FileDescriptor.out), stream(FileDescriptor.err)));
    }

    /** Runs the program as from a shell, results to {@code out} and everything else to {@code err}; gives the exit code. */
    public static int run(String[] args, InputStream in, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main()).setOut(out).setErr(err).execute(args);
    }

    private static PrintWriter stream(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
