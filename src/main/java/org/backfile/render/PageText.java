package org.backfile.render;

import java.io.Writer;

/**
 * What a template writes. FreeMarker writes a page in a thousand pieces; the writers of the JDK lock for each of them,
 * this one never does and is for one thread.
 */
final class PageText extends Writer {
    private final StringBuilder text = new StringBuilder(16_384);

    @Override
    public void write(int c) {
        text.append((char) c);
    }

    @Override
    public void write(char[] from, int offset, int count) {
        text.append(from, offset, count);
    }

    @Override
    public void write(String from, int offset, int count) {
        text.append(from, offset, offset + count);
    }

    @Override
    public void flush() {
        // all is where it belongs
    }

    @Override
    public void close() {
        // holds nothing to let go of
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
