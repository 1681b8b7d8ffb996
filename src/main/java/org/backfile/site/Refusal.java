package org.backfile.site;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The build can't go on for a reason outside the program: the disk, the folders, the configuration. The message is one
 * or two sentences to a person: where, what, what to do. Thrown before anything was published unless it says otherwise.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    /** A refusal that says {@code sentence}. */
    public Refusal(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    /**
     * The disk did not do what was asked of it.
     *
     * @param place the file or folder that was being worked on
     * @param act what could not be done to it, after "could not be": {@code written}
     */
    static Refusal ofDisk(Path place, String act, IOException failure) {
        return new Refusal(place + " could not be " + act + ": " + reason(failure), failure);
    }

    /** Why a file operation failed and what to do about it, without the name of a Java class. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission was denied – make it writable for your account.";
        }
        if (failure instanceof NoSuchFileException) {
            return "it is not there – was it moved or deleted meanwhile?";
        }
        @Nullable String said = failure instanceof FileSystemException f ? f.getReason() : failure.getMessage();
        String text = said == null ? "the disk gave no reason" : said;
        String known = text.toLowerCase(Locale.ROOT);
        if (known.contains("no space left") || known.contains("not enough space")) {
            return "the disk is full – make room and build again.";
        }
        if (known.contains("quota")) {
            return "your share of the disk is used up – make room and build again.";
        }
        if (known.contains("read-only")) {
            return "the disk is read-only – choose another folder, or mount it writable.";
        }
        return text + ".";
    }
}
