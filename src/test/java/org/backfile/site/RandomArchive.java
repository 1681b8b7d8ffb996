package org.backfile.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/** A small archive on disk that changes by chance, as its owner might change it. */
final class RandomArchive {
    private static final String[] WORDS = {
        "harbour", "council", "storm", "ferry", "school", "market", "bridge", "mayor", "library", "river", "the", "of",
        "and", "after", "before", "new", "old", "votes", "opens", "closes", "repairs", "funds", "night", "monday"
    };
    private static final String[] FOLDERS = {"", "city/", "city/2014/", "wire/", "letters/"};
    private static final byte[] PICTURE =
            java.util.Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==");

    private final Path folder;
    private final Random random;
    private int count;

    RandomArchive(Path folder, Random random) throws IOException {
        this.folder = folder;
        this.random = random;
        Files.createDirectories(folder.resolve("articles"));
        for (int i = 0; i < 12; i++) {
            add();
        }
    }

    /** A build of this archive as {@code backfile build} would run it. */
    BuildRequest request(Path output, Path store) {
        Path config = folder.resolve("backfile.yaml");
        return new BuildRequest(
                List.of(folder.resolve("articles")),
                output,
                folder.resolve("templates"),
                Files.exists(config) ? config : null,
                folder.resolve("overrides.csv"),
                store,
                false,
                false,
                path -> true,
                null,
                false,
                2);
    }

    private String folderSettings() {
        return random.nextBoolean() ? "folders: {city: {publication: The City " + random.nextInt(3) + "}}\n" : "";
    }

    /** Makes one change and says which. */
    String edit() throws IOException {
        int kind = random.nextInt(14);
        @Nullable Path file = any();
        if (file == null || kind == 0) {
            add();
            return "an article came";
        }
        switch (kind) {
            case 1, 2 -> {
                Files.writeString(file, Files.readString(file) + "\n" + sentence(12) + "\n");
                return "an article grew";
            }
            case 3 -> {
                Files.delete(file);
                if (any() == null) {
                    add(); // a build would not empty the site
                }
                return "an article went";
            }
            case 4 -> {
                Files.move(file, file.resolveSibling("renamed" + count++ + ending(file)));
                return "an article was renamed";
            }
            case 5 -> {
                Files.move(file, place(ending(file)));
                return "an article was moved";
            }
            case 6 -> {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L + 1000L * count++));
                return "an article was touched";
            }
            case 7 -> {
                return swap(file, any());
            }
            case 8 -> {
                Files.copy(file, place(ending(file)));
                return "a copy came";
            }
            case 9 -> {
                String text = Files.readString(file);
                Files.writeString(file, text.replaceFirst("201[0-9]-[0-9-]+", date()));
                return "a date changed";
            }
            case 10 -> {
                Path templates = Files.createDirectories(folder.resolve("templates"));
                String layout = Files.readString(Path.of("templates", "layout.ftlh"));
                Files.writeString(templates.resolve("layout.ftlh"), layout + "<!-- " + random.nextInt(3) + " -->\n");
                return "a template changed";
            }
            case 11 -> {
                String url = random.nextBoolean() ? "site-url: https://archive.example.org/\n" : "";
                String layout = random.nextBoolean() ? "layout: day\n" : "";
                Files.writeString(
                        folder.resolve("backfile.yaml"),
                        url + layout + folderSettings() + "title: The Lantern " + random.nextInt(3) + "\n");
                return "the settings changed";
            }
            case 12 -> {
                String path = folder.resolve("articles").relativize(file).toString();
                String row =
                        random.nextBoolean() ? ",headline,Corrected " + random.nextInt(9) : ",withdrawn,by request";
                Files.writeString(
                        folder.resolve("overrides.csv"),
                        "path,field,value\n"
                                + (random.nextInt(3) > 0 ? path + (random.nextBoolean() ? "#2" : "") + row : ""));
                return "the corrections changed";
            }
            default -> {
                Path picture = folder.resolve("articles/picture.gif");
                if (Files.exists(picture)) {
                    Files.delete(picture);
                } else {
                    Files.write(picture, PICTURE);
                }
                return "a picture came or went";
            }
        }
    }

    private static String swap(Path one, @Nullable Path other) throws IOException {
        if (other != null && !one.equals(other)) {
            Path between = one.resolveSibling(".between");
            Files.move(one, between);
            Files.move(other, one);
            Files.move(between, other);
        }
        return "two articles changed places";
    }

    /** One more article, of some sentences; half of them with lines that their folder decides about. */
    void add() throws IOException {
        int kind = random.nextInt(6);
        if (kind == 0) {
            addTable();
            return;
        }
        String text =
                "Date: " + date() + "\n\n" + sentence(6) + "\n\nTOWN - " + sentence(40) + "\n" + sentence(30) + "\n";
        if (random.nextBoolean()) {
            String day = (1 + random.nextInt(28)) + "/" + (1 + random.nextInt(12)) + "/" + (2010 + random.nextInt(4));
            text = "The Lantern Post\n" + sentence(6) + "\n\n" + day + "\n\nTOWN - " + sentence(40) + "\n\n"
                    + "Share this page with friends\n";
        }
        if (kind == 1) {
            text += "\n![a picture](/picture.gif)\n";
        }
        Files.writeString(place(kind == 1 ? ".md" : ".txt"), text, StandardCharsets.UTF_8);
    }

    private void addTable() throws IOException {
        boolean json = random.nextBoolean();
        StringBuilder rows = new StringBuilder(json ? "" : "headline,date,body\n");
        for (int row = random.nextInt(6); row >= 0; row--) {
            rows.append((json ? "{\"headline\": \"%s\", \"date\": \"%s\", \"body\": \"%s\"}\n" : "%s,%s,\"%s\"\n")
                    .formatted(sentence(6), date(), sentence(40)));
        }
        Files.writeString(place(json ? ".jsonl" : ".csv"), rows, StandardCharsets.UTF_8);
    }

    private Path place(String ending) throws IOException {
        Path place = folder.resolve("articles/" + FOLDERS[random.nextInt(FOLDERS.length)] + "a" + count++ + ending);
        Files.createDirectories(place.getParent());
        return place;
    }

    private static String ending(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.'));
    }

    private String date() {
        return "201" + random.nextInt(4) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
    }

    private String sentence(int words) {
        StringBuilder sentence = new StringBuilder("The");
        for (int i = 0; i < words; i++) {
            sentence.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence.toString();
    }

    private @Nullable Path any() throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("articles"))) {
            List<Path> files = new ArrayList<>(walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".gif"))
                    .sorted()
                    .toList());
            return files.isEmpty() ? null : files.get(random.nextInt(files.size()));
        }
    }

    /** All files below a folder with the digest of their bytes. */
    static SortedMap<String, Sha256> digests(Path folder) throws IOException {
        SortedMap<String, Sha256> digests = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString().replace('\\', '/'), Sha256.of(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.sorted().toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
