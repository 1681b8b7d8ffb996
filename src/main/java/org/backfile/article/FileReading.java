package org.backfile.article;

import java.util.List;

/**
 * All that was read from one source file.
 *
 * @param articles numbered from 1, in the order of the file
 */
public record FileReading(FileAccount account, List<Article> articles) {
    public FileReading {
        articles = List.copyOf(articles);
    }
}
