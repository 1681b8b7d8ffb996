package org.backfile.site;

import java.util.function.Supplier;
import org.backfile.article.FileFacts;
import org.backfile.article.FolderDecisions;
import org.backfile.source.CharsetFacts;
import org.backfile.source.FolderCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a file tells its folder: what its bytes say of their charset, null where that is sure, and the facts that
 * folders sum, which may have to be read from the store.
 */
record FolderView(@Nullable CharsetFacts charset, Supplier<FileFacts> facts) {

    /** Stands for all that the facts depend on beside the bytes, once the folder has spoken. */
    String factsInputs(String path, FolderCharsets folders) {
        return charset == null ? "" : folders.charsetFor(path, charset);
    }

    /** Stands for all that the reading depends on beside the facts, once the folder has spoken. */
    String readingInputs(String path, FolderDecisions decisions) {
        return decisions.digestFor(path, facts.get());
    }
}
