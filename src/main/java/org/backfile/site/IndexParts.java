package org.backfile.site;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.backfile.search.IndexShelf;
import org.backfile.source.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the search index, kept in the store from one build to the next. A part is cut into pieces, each kept under
 * its number, so that a part is read without ever being in memory as a whole.
 */
record IndexParts(BlobStore blobs) implements IndexShelf {
    private static final int PIECE = 1 << 17;

    @Override
    public @Nullable Part find(String key) {
        byte[] size = blobs.get(digest(key, -1));
        if (size == null) {
            return null;
        }
        long length = ByteBuffer.wrap(size).getLong();
        for (int piece = 0; (long) piece * PIECE < length; piece++) {
            if (!blobs.keep(digest(key, piece))) {
                return null;
            }
        }
        return new Pieces(key, length);
    }

    @Override
    public void put(String key, byte[] bytes) {
        for (int from = 0; from < bytes.length; from += PIECE) {
            blobs.put(digest(key, from / PIECE), Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
        }
        blobs.put(digest(key, -1), ByteBuffer.allocate(8).putLong(bytes.length).array());
    }

    private static Sha256 digest(String key, int piece) {
        return Sha256.of(key + " " + piece);
    }

    private final class Pieces implements Part {
        private final String key;
        private final long size;
        private int held = -1;
        private byte[] piece = new byte[0];

        Pieces(String key, long size) {
            this.key = key;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public void read(long offset, byte[] into, int length) {
            int done = 0;
            while (done < length) {
                hold((int) ((offset + done) / PIECE));
                int from = (int) ((offset + done) % PIECE);
                int count = Math.min(length - done, piece.length - from);
                System.arraycopy(piece, from, into, done, count);
                done += count;
            }
        }

        private void hold(int number) {
            if (held != number) {
                byte[] read = blobs.get(digest(key, number));
                if (read == null) {
                    throw new IllegalStateException("a piece of the index went that was there a moment ago");
                }
                piece = read;
                held = number;
            }
        }
    }
}
