package org.backfile.serve;

import java.nio.file.Path;
import java.util.List;

/**
 * What a preview shows, and where.
 *
 * @param site the folder of the site; may appear with the first build
 * @param host the name or address to listen on
 * @param port 0 for any that is free
 * @param base the path under which the site is shown, beginning and ending with a slash
 * @param watched folders and files whose changes cause a build; they need not exist yet
 */
public record PreviewSettings(Path site, String host, int port, String base, List<Path> watched) {
    public PreviewSettings {
        if (!base.startsWith("/") || !base.endsWith("/") || base.contains("//")) {
            throw new IllegalArgumentException("a base begins and ends with a slash: " + base);
        }
        watched = List.copyOf(watched);
    }
}
