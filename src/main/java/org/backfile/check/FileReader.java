package org.backfile.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the files of a site one by one and compares their bytes with the manifest's digest. Thread-safe. */
final class FileReader {
    private static final int BUFFER = 1 << 16;

    private final Path site;

    FileReader(Path site) {
        this.site = site;
    }

    /** Reads the file at {@code path}, which ought to have the SHA-256 {@code digest}. */
    FileReading read(String path, String digest) {
        List<Finding> findings = new ArrayList<>();
        MessageDigest sha256 = sha256();
        PageReading page = null;
        List<String> loads = List.of();
        try {
            Path file = site.resolve(path);
            if (isText(path)) {
                byte[] bytes = Files.readAllBytes(file);
                sha256.update(bytes);
                String text = decoded(bytes);
                if (text == null) {
                    findings.add(Finding.of(FindingKind.MARKUP, path, "the bytes are not UTF-8"));
                } else if (path.endsWith(".html")) {
                    page = PageReader.read(path, text);
                } else if (path.endsWith(".css")) {
                    loads = StyleReferences.of(text);
                } else {
                    checkXml(path, bytes, findings);
                }
            } else {
                digestStream(file, sha256);
            }
        } catch (IOException e) {
            findings.add(Finding.of(FindingKind.MISSING_FILE, path, "the file can't be read"));
            return new FileReading(null, List.of(), findings);
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(digest)) {
            findings.add(Finding.of(
                    FindingKind.CHANGED_FILE, path, "the bytes are not those that manifest-sha256.txt tells"));
        }
        return new FileReading(page, loads, List.copyOf(findings));
    }

    private static boolean isText(String path) {
        return path.endsWith(".html") || path.endsWith(".css") || isXml(path);
    }

    private static boolean isXml(String path) {
        return path.endsWith(".atom") || path.endsWith(".rss") || path.endsWith(".xml") || path.endsWith(".svg");
    }

    private static void digestStream(Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
    }

    private static void checkXml(String path, byte[] bytes, List<Finding> findings) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
            findings.add(new Finding(FindingKind.MARKUP, path, line, column, "the XML is not well-formed"));
        }
    }

    private static @Nullable String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
