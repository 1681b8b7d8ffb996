package org.backfile.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backfile init}: lays out the folder of a new archive. What is there already is never written over. */
@Command(
        name = "init",
        description = "Lay out the folder of a new archive; nothing is ever written over.",
        footer = {"", "Example: backfile init my-archive", "         backfile init --github-pages"})
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "The archive's folder (default: this one).")
    private Path folder;

    @Option(names = "--github-pages", description = "Add a workflow that publishes the archive to GitHub Pages.")
    private boolean gitHubPages;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("backfile.yaml", "backfile.yaml");
        files.put("articles/example.txt", "example.txt");
        files.put(".gitignore", "gitignore");
        files.put("README.md", "README.md");
        if (gitHubPages) {
            files.put(".github/workflows/backfile.yml", "github-pages.yml");
        }
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path place = folder.resolve(file.getKey());
                out.println((write(place, file.getValue()) ? "made   " : "kept   ") + place.normalize());
            }
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("backfile: " + folder + " could not be written to – is it a folder of yours, with room on"
                            + " its disk?");
            return CommandLine.ExitCode.SOFTWARE;
        }
        boolean here = folder.normalize().toString().isEmpty();
        out.println("next: put your texts into " + folder.resolve("articles").normalize() + ", then run"
                + (here ? "" : " cd " + folder.normalize() + " and") + " backfile build");
        return CommandLine.ExitCode.OK;
    }

    /** Writes a file that isn't there yet; gives whether it was written. */
    private static boolean write(Path place, String resource) throws IOException {
        Path parent = place.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (InputStream content = InitCommand.class.getResourceAsStream("init/" + resource)) {
            if (content == null) {
                throw new IOException("the program lacks its file " + resource);
            }
            Files.write(place, content.readAllBytes(), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
