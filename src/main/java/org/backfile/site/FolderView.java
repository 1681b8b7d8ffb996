package org.backfile.site;

import java.nio.ByteBuffer;
import org.backfile.article.FileFacts;
import org.backfile.article.FolderDecisions;
import org.backfile.source.CharsetFacts;
import org.backfile.source.FolderCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a file tells its folder: what its bytes say of their charset, null where that is sure, and the facts that
 * folders sum.
 */
record FolderView(@Nullable CharsetFacts charset, FileFacts facts) {

    /** Stands for all that the facts depend on beside the bytes, once the folder has spoken. */
    String factsInputs(String path, FolderCharsets folders) {
        return charset == null ? "" : folders.charsetFor(path, charset);
    }

    /** Stands for all that the reading depends on beside the facts, once the folder has spoken. */
    String readingInputs(String path, FolderDecisions decisions) {
        return decisions.digestFor(path, facts);
    }

    byte[] toBytes() {
        byte[] first = charset == null ? new byte[0] : charset.toBytes();
        byte[] second = facts.toBytes();
        return ByteBuffer.allocate(Integer.BYTES + first.length + second.length)
                .putInt(first.length)
                .put(first)
                .put(second)
                .array();
    }

    static FolderView fromBytes(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        byte[] first = new byte[in.getInt()];
        in.get(first);
        byte[] second = new byte[in.remaining()];
        in.get(second);
        return new FolderView(first.length == 0 ? null : CharsetFacts.fromBytes(first), FileFacts.fromBytes(second));
    }
}
