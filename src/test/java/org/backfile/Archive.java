package org.backfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.backfile.cli.Main;

/** An archive folder of a test: texts are put in, commands run, and the site is looked at. */
public final class Archive {
    private final Path folder;

    /** What a command did. */
    public record Run(int exitCode, String out, String err) {}

    /** An archive in an empty folder. */
    public Archive(Path folder) {
        this.folder = folder;
    }

    /** Puts a text file into the input folder. */
    public Archive with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file into the input folder. */
    public Archive with(String path, byte[] bytes) {
        return file("articles/" + path, bytes);
    }

    /** Puts a file into the archive's folder. */
    public Archive file(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a text file into the archive's folder. */
    public Archive file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Builds {@code articles} to {@code site-output}, with more options. */
    public Run build(String... options) {
        return build(List.of(folder.resolve("articles")), options);
    }

    /** Builds these sources to {@code site-output}, with more options. */
    public Run build(List<Path> sources, String... options) {
        List<String> args = new ArrayList<>(List.of("build"));
        sources.forEach(source -> args.add(source.toString()));
        args.addAll(List.of(
                "-o",
                site().toString(),
                "--templates",
                folder.resolve("templates").toString()));
        Path config = folder.resolve("backfile.yaml");
        if (!Files.exists(config)) {
            file("backfile.yaml", "");
        }
        args.addAll(List.of("--config", config.toString()));
        args.addAll(Arrays.asList(options));
        return run(args.toArray(String[]::new));
    }

    /** Runs the program. */
    public static Run run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Main.run(args, InputStream.nullInputStream(), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Run(code, out.toString(), err.toString());
    }

    /** The folder of the archive. */
    public Path folder() {
        return folder;
    }

    /** The folder of the site. */
    public Path site() {
        return folder.resolve("site-output");
    }

    /** A text file of the site. */
    public String page(String path) {
        try {
            return Files.readString(site().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file of the site with its bytes, by path. */
    public SortedMap<String, byte[]> files() {
        return files(site());
    }

    /** Every file below a folder with its bytes, by path. */
    public static SortedMap<String, byte[]> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
