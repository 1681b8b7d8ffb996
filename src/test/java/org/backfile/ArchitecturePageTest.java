package org.backfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitecturePageTest {
    /** A type's name in code marks, a method behind it or not. */
    private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)(\\.\\w+)?`");

    @Test
    void everyTypeThatItNamesExists() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher types = TYPE.matcher(Files.readString(Path.of("ARCHITECTURE.md")));
        while (types.find()) {
            named.add(types.group(1));
        }
        Set<String> existing;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            existing = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        assertThat(named).hasSizeGreaterThan(10);
        assertThat(existing).containsAll(named);
    }
}
