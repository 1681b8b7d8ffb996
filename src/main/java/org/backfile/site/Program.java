package org.backfile.site;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** The program that runs, so that nothing is believed which another one found out. */
final class Program {
    private static final Sha256 DIGEST = digestOfCode();

    private Program() {}

    /** Stands for the bytes of the program: its jar, or its class files and resources. */
    static Sha256 digest() {
        return DIGEST;
    }

    private static Sha256 digestOfCode() {
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("the program does not know where it is");
        }
        try {
            Path code = Path.of(source.getLocation().toURI());
            return Files.isDirectory(code) ? Sha256.ofTree(code) : Sha256.of(Files.readAllBytes(code));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the program can't read itself", e);
        }
    }
}
