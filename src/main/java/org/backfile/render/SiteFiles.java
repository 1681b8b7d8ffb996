package org.backfile.render;

import java.io.IOException;
import java.io.OutputStream;
import org.backfile.page.SitePath;

/** Where files that are too long for memory are written to. */
@FunctionalInterface
public interface SiteFiles {
    /** A stream for the bytes of a file of the site; whoever asks closes it. Each path is asked for once. */
    OutputStream create(SitePath path) throws IOException;
}
