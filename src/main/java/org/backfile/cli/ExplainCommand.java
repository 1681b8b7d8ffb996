package org.backfile.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backfile.site.BuildRequest;
import org.backfile.site.Explanation;
import org.backfile.site.Refusal;
import org.backfile.site.StoryExplanation;
import org.backfile.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code backfile explain}: says what each line of a file was taken for, and why two files are, or are not, one story. */
@Command(
        name = "explain",
        description = {
            "Say what each line of a file is taken for, and on what each field rests.",
            "Given two files, say why they are, or are not, one story."
        },
        footer = {
            "",
            "Examples: backfile explain articles/wire/1993/herring-talks.txt",
            "          backfile explain articles/a.txt articles/export.txt#2"
        })
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..2",
            description = {
                "A file of the archive, or another, which is judged alone. Of two files that hold several articles the"
                        + " pair most alike is taken; FILE#2 means the second article, old.zip!/a.txt a file in old.zip."
            })
    private List<String> files;

    @Mixin
    private ArchiveOptions archive;

    @Option(names = "--json", description = "Print JSON, an object a line.")
    private boolean json;

    @Override
    public Integer call() {
        Console console = main.console();
        try {
            BuildRequest request = archive.request(List.of(), false, false);
            List<StoryExplanation.Asked> asked = files.stream()
                    .map(written -> asked(written, request.sources()))
                    .toList();
            for (StoryExplanation.Asked one : asked) {
                if (!Files.isRegularFile(one.file())) {
                    console.failure(one.file() + " is not a file – name a file with article text");
                    return ExitCode.USAGE;
                }
            }
            if (asked.size() == 2) {
                StoryExplanationText text =
                        new StoryExplanationText(StoryExplanation.of(request, asked.get(0), asked.get(1)));
                console.out().print(json ? text.json() : text.plain());
                return ExitCode.DONE;
            }
            StoryExplanation.Asked only = asked.get(0);
            List<Explanation> meant = Explanation.of(request, List.of(only.file())).stream()
                    .filter(explanation ->
                            only.means(explanation.reading().account().path()))
                    .toList();
            if (meant.isEmpty()) {
                console.failure(
                        only.name() + " is not read – " + only.file() + " holds no such file, or no text in it");
                return ExitCode.USAGE;
            }
            int most = meant.stream()
                    .mapToInt(explanation -> explanation.reading().articles().size())
                    .max()
                    .orElse(0);
            if (only.number() > most) {
                console.failure(only.name() + " holds no article " + only.number() + ": it has " + most);
                return ExitCode.USAGE;
            }
            for (Explanation explanation : meant) {
                if (only.number() > explanation.reading().articles().size()) {
                    continue; // another file of the same container has so many
                }
                ExplanationText text = new ExplanationText(explanation, only.number());
                console.out().print(json ? text.json() : text.plain());
            }
        } catch (Refusal refusal) {
            console.failure(refusal.getMessage());
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }

    private static final Pattern NUMBERED = Pattern.compile("(.*)#([1-9][0-9]{0,8})");

    /** A file; or an article of one, {@code FILE#2}, unless there is a file of that name; or a file in a container. */
    private static StoryExplanation.Asked asked(String written, List<Path> sources) {
        Matcher numbered = NUMBERED.matcher(written);
        boolean hasNumber = numbered.matches() && !Files.exists(located(written, sources));
        String path = hasNumber ? numbered.group(1) : written;
        int number = hasNumber ? Integer.parseInt(numbered.group(2)) : 0;
        for (int i = path.indexOf(SourceFile.INSIDE); i >= 0; i = path.indexOf(SourceFile.INSIDE, i + 1)) {
            Path container = located(path.substring(0, i), sources);
            if (Files.isRegularFile(container)) {
                return new StoryExplanation.Asked(container, path.substring(i + SourceFile.INSIDE.length()), number);
            }
        }
        return new StoryExplanation.Asked(located(path, sources), "", number);
    }

    /** A path as it is, or else as the site's pages and the reports write it: from a folder of articles on. */
    private static Path located(String written, List<Path> sources) {
        Path path = Path.of(written);
        return Files.exists(path)
                ? path
                : sources.stream()
                        .map(source -> source.resolve(path))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElse(path);
    }
}
