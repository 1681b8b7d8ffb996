package org.backfile.publish;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says why a disk or a network failed and what to do about it, without the name of a Java class. */
final class Reasons {
    private Reasons() {}

    /** The end of a sentence, after a colon. */
    static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission was denied – allow it to your account";
        }
        if (failure instanceof NoSuchFileException) {
            return "it is not there – was it moved or deleted meanwhile?";
        }
        if (failure instanceof UnknownHostException || failure instanceof ConnectException) {
            return "nobody answers at that address; see whether the network is up and the address right";
        }
        if (failure instanceof HttpTimeoutException) {
            return "no answer came in time – try again; what was sent is not sent twice";
        }
        String said = failure instanceof FileSystemException f ? f.getReason() : failure.getMessage();
        String text = said == null ? "no reason was given" : said;
        String known = text.toLowerCase(Locale.ROOT);
        if (known.contains("no space left") || known.contains("not enough space")) {
            return "the disk is full – make room and run it again";
        }
        return text;
    }
}
