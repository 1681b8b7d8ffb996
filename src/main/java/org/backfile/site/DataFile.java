package org.backfile.site;

import java.io.ByteArrayOutputStream;
import org.backfile.page.SitePath;
import org.backfile.render.SiteFiles;

/** A data file on its way to the output; handed in when it is closed. */
final class DataFile extends ByteArrayOutputStream {
    private final Output output;
    private final SitePath path;

    private DataFile(Output output, SitePath path) {
        this.output = output;
        this.path = path;
    }

    static SiteFiles into(Output output) {
        return path -> new DataFile(output, path);
    }

    @Override
    public void close() {
        output.put(path, toByteArray());
    }
}
