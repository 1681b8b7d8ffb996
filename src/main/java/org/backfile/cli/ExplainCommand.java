package org.backfile.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.backfile.site.Explanation;
import org.backfile.site.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code backfile explain}: says what each line of a file was taken for, and why. */
@Command(
        name = "explain",
        description = "Say what each line of a file is taken for, and on what each field rests.",
        footer = {"", "Example: backfile explain articles/wire/1993/herring-talks.txt"})
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of the archive, or others, which are judged alone.")
    private List<Path> files;

    @Mixin
    private ArchiveOptions archive;

    @Option(names = "--json", description = "Print JSON, an object a file and line.")
    private boolean json;

    @Override
    public Integer call() {
        Console console = main.console();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                console.failure(file + " is not a file – name a file with article text");
                return ExitCode.USAGE;
            }
        }
        try {
            for (Explanation explanation : Explanation.of(archive.request(List.of(), false, false), files)) {
                ExplanationText text = new ExplanationText(explanation);
                console.out().print(json ? text.json() : text.plain());
            }
        } catch (Refusal refusal) {
            console.failure(refusal.getMessage());
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }
}
