package org.backfile.site;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.backfile.page.Checksum;
import org.backfile.source.Sha256;

/** The program that runs, so that nothing is believed which another one found out. */
final class Program {
    private Program() {}

    /** Computed when it is first asked for. */
    private static final class Identity {
        static final String OF_CODE = identityOfCode();
    }

    /** Stands for the bytes of the program: a checksum of its jar, or a digest of its class files and resources. */
    static String identity() {
        return Identity.OF_CODE;
    }

    /** Stands for the program as {@link #identity} does, but trusts in the time of its jar. */
    static String stamp() {
        Path code = code();
        if (Files.isDirectory(code)) {
            return identity();
        }
        // not the record's own text: Java takes ten milliseconds to prepare the first of these, at each start
        FileStamp jar = FileStamp.of(code);
        return code + " " + jar.size() + " " + jar.modified() + " " + jar.fileKey();
    }

    private static String identityOfCode() {
        try {
            Path code = code();
            return Files.isDirectory(code)
                    ? Sha256.ofTree(code).toString()
                    : Long.toHexString(Checksum.of(Files.readAllBytes(code)));
        } catch (IOException e) {
            throw new IllegalStateException("the program can't read itself", e);
        }
    }

    private static Path code() {
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("the program does not know where it is");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program can't read itself", e);
        }
    }
}
