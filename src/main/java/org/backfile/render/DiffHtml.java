package org.backfile.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backfile.article.Paragraph;

/**
 * Shows word by word how a version of a story differs from its lead. Every word of the version is there, so that the page
 * accounts for it; marks carry words for screen readers ({@code class="visually-hidden"}).
 *
 * <p>Immutable and safe for use by several threads. Cost: about a millisecond for two texts of 1,000 words; linear in
 * their length ({@link WordAlignment}). What stands beyond the first {@value #LONGEST} words of the version is shown but not compared.
 */
public final class DiffHtml {
    private static final int LONGEST = 50_000;
    /** An unchanged run of more words than this is folded, but for {@link #CONTEXT} words on either side. */
    private static final int FOLDED = 80;

    private static final int CONTEXT = 25;

    private final Messages messages;

    /** Shows differences in the words of {@code messages}. */
    public DiffHtml(Messages messages) {
        this.messages = messages;
    }

    private enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    private record Piece(Kind kind, DiffWord word) {}

    /** How {@code version} differs from {@code lead}. */
    public Difference compare(List<Paragraph> lead, List<Paragraph> version) {
        List<DiffWord> leadWords = DiffWord.of(lead);
        List<DiffWord> words = DiffWord.of(version);
        List<DiffWord> compared = words.subList(0, Math.min(LONGEST, words.size()));
        // the lead has its own page: the end of one that is longer by far would only be one long deletion
        List<DiffWord> comparedLead = leadWords.subList(0, Math.min(2 * LONGEST, leadWords.size()));
        boolean cut = compared.size() < words.size() || comparedLead.size() < leadWords.size();
        List<Piece> pieces = pieces(comparedLead, compared);
        StringBuilder html = new StringBuilder(words.size() * 8);
        new Writing(html).write(withoutLoneWords(pieces));
        if (cut) {
            html.append("<p class=\"notice\">").append(word("diff.cut")).append("</p>\n");
            new Writing(html).plain(words.subList(compared.size(), words.size()));
        }
        return new Difference(
                new Html(html.toString()),
                count(pieces, Kind.ADDED),
                count(pieces, Kind.REMOVED),
                count(pieces, Kind.SAME),
                cut);
    }

    private static int count(List<Piece> pieces, Kind kind) {
        int count = 0;
        for (Piece piece : pieces) {
            count += piece.kind == kind && piece.word.isWord() ? 1 : 0;
        }
        return count;
    }

    private static List<Piece> pieces(List<DiffWord> lead, List<DiffWord> version) {
        int[] matches = matches(lead, version);
        List<Piece> pieces = new ArrayList<>(version.size() + 16);
        int at = 0;
        int i = 0;
        while (i < matches.length) {
            int unmatched = i;
            while (unmatched < matches.length && matches[unmatched] < 0) {
                unmatched++;
            }
            int until = unmatched < matches.length ? matches[unmatched] : lead.size();
            while (at < until) {
                pieces.add(new Piece(Kind.REMOVED, lead.get(at++)));
            }
            while (i < unmatched) {
                pieces.add(new Piece(Kind.ADDED, version.get(i++)));
            }
            if (i < matches.length) {
                pieces.add(new Piece(Kind.SAME, version.get(i++)));
                at++;
            }
        }
        while (at < lead.size()) {
            pieces.add(new Piece(Kind.REMOVED, lead.get(at++)));
        }
        return pieces;
    }

    /** For each word of the version the place of its match in the lead, or -1. What both begin and end with needs no numbers. */
    private static int[] matches(List<DiffWord> lead, List<DiffWord> version) {
        int shorter = Math.min(lead.size(), version.size());
        int start = 0;
        while (start < shorter && lead.get(start).isLike(version.get(start))) {
            start++;
        }
        int end = version.size();
        int further = lead.size() - version.size();
        while (end > start
                && end + further > start
                && lead.get(end - 1 + further).isLike(version.get(end - 1))) {
            end--;
        }
        Map<String, Integer> numbers = new HashMap<>();
        int[] one = numbered(lead.subList(start, end + further), numbers);
        int[] other = numbered(version.subList(start, end), numbers);
        int[] between = WordAlignment.of(one, other);
        int[] matches = new int[version.size()];
        for (int i = 0; i < matches.length; i++) {
            if (i < start) {
                matches[i] = i;
            } else if (i >= end) {
                matches[i] = i + further;
            } else {
                matches[i] = between[i - start] < 0 ? -1 : between[i - start] + start;
            }
        }
        return matches;
    }

    private static int[] numbered(List<DiffWord> words, Map<String, Integer> numbers) {
        int[] numbered = new int[words.size()];
        for (int i = 0; i < numbered.length; i++) {
            String key = words.get(i).key();
            Integer number = numbers.get(key);
            if (number == null) {
                number = numbers.size();
                numbers.put(key, number);
            }
            numbered[i] = number;
        }
        return numbered;
    }

    /**
     * A single short word that both happen to share amid changes ("the", "of") splits what a reader takes in at one glance:
     * it is shown as removed and added with its neighbours.
     */
    private static List<Piece> withoutLoneWords(List<Piece> pieces) {
        List<Piece> merged = new ArrayList<>(pieces.size());
        List<Piece> removed = new ArrayList<>();
        List<Piece> added = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean changing = !removed.isEmpty() || !added.isEmpty();
            if (piece.kind == Kind.REMOVED) {
                removed.add(piece);
            } else if (piece.kind == Kind.ADDED) {
                added.add(piece);
            } else if (changing && isLone(pieces, i)) {
                removed.add(new Piece(Kind.REMOVED, piece.word));
                added.add(new Piece(Kind.ADDED, piece.word));
            } else {
                flush(removed, added, merged);
                merged.add(piece);
            }
        }
        flush(removed, added, merged);
        return merged;
    }

    private static boolean isLone(List<Piece> pieces, int at) {
        DiffWord word = pieces.get(at).word;
        return !word.isBreak()
                && word.text().length() <= 3
                && at > 0
                && at + 1 < pieces.size()
                && pieces.get(at - 1).kind != Kind.SAME
                && pieces.get(at + 1).kind != Kind.SAME;
    }

    private static void flush(List<Piece> removed, List<Piece> added, List<Piece> merged) {
        merged.addAll(removed);
        merged.addAll(added);
        removed.clear();
        added.clear();
    }

    private String word(String key) {
        return HtmlText.escape(messages.text(key));
    }

    /** Writes pieces as paragraphs. */
    private final class Writing {
        private final StringBuilder html;
        private boolean inParagraph;
        private Kind open = Kind.SAME;

        Writing(StringBuilder html) {
            this.html = html;
        }

        void write(List<Piece> pieces) {
            int i = 0;
            while (i < pieces.size()) {
                int end = i;
                int words = 0;
                while (end < pieces.size() && pieces.get(end).kind == Kind.SAME) {
                    words += pieces.get(end).word.isWord() ? 1 : 0;
                    end++;
                }
                if (words > FOLDED) {
                    folded(pieces, i, end);
                } else {
                    pieces(pieces, i, end);
                }
                i = end;
                while (i < pieces.size() && pieces.get(i).kind != Kind.SAME) {
                    piece(pieces.get(i++));
                }
            }
            endParagraph();
        }

        void plain(List<DiffWord> words) {
            for (DiffWord word : words) {
                piece(new Piece(Kind.SAME, word));
            }
            endParagraph();
        }

        private void pieces(List<Piece> pieces, int from, int to) {
            for (int i = from; i < to; i++) {
                piece(pieces.get(i));
            }
        }

        private void folded(List<Piece> pieces, int from, int to) {
            int start = from == 0 ? from : after(pieces, from, to);
            int end = to == pieces.size() ? to : before(pieces, from, to);
            pieces(pieces, from, start);
            boolean cutAtStart = start > 0 && !pieces.get(start - 1).word.isBreak();
            boolean cutAtEnd = end < pieces.size() && !pieces.get(end - 1).word.isBreak();
            html.append(cutAtStart ? " …" : "");
            endParagraph();
            int words = 0;
            for (int i = start; i < end; i++) {
                words += pieces.get(i).word.isWord() ? 1 : 0;
            }
            html.append("<details lang=\"")
                    .append(messages.language())
                    .append("\" dir=\"")
                    .append(messages.direction())
                    .append("\"><summary>")
                    .append(HtmlText.escape(messages.count("diff.unchanged", words)))
                    // beside and not inside, so that the style sheet can show it on paper
                    .append("</summary></details>\n<div class=\"folded\">\n");
            pieces(pieces, start, end);
            endParagraph();
            html.append("</div>\n");
            if (cutAtEnd) {
                startParagraph();
                html.append('…');
            }
            pieces(pieces, end, to);
        }

        /** The place after the first words of a run, at the end of a paragraph where one is near. */
        private int after(List<Piece> pieces, int from, int to) {
            int words = 0;
            int i = from;
            while (i < to && words < CONTEXT) {
                DiffWord word = pieces.get(i++).word;
                words += word.isWord() ? 1 : 0;
                if (word.isBreak() && words >= CONTEXT / 2) {
                    return i;
                }
            }
            return i;
        }

        private int before(List<Piece> pieces, int from, int to) {
            int words = 0;
            int i = to;
            while (i > from && words < CONTEXT) {
                DiffWord word = pieces.get(--i).word;
                words += word.isWord() ? 1 : 0;
                if (word.isBreak() && words >= CONTEXT / 2) {
                    return i + 1;
                }
            }
            return i;
        }

        private void piece(Piece piece) {
            if (piece.word.isBreak() && piece.kind != Kind.REMOVED) {
                endParagraph();
                return;
            }
            boolean startsParagraph = !inParagraph;
            if (startsParagraph) {
                startParagraph();
            }
            if (open != piece.kind) {
                endMark();
                html.append(!startsParagraph && piece.word.spaced() ? " " : "");
                startMark(piece.kind);
            } else if (!startsParagraph && piece.word.spaced()) {
                html.append(' ');
            }
            html.append(piece.word.isBreak() ? "¶" : HtmlText.escape(piece.word.text()));
        }

        private void startParagraph() {
            html.append("<p>");
            inParagraph = true;
        }

        private void endParagraph() {
            endMark();
            if (inParagraph) {
                html.append("</p>\n");
            }
            inParagraph = false;
        }

        private void startMark(Kind kind) {
            open = kind;
            if (kind != Kind.SAME) {
                boolean added = kind == Kind.ADDED;
                html.append(added ? "<ins>" : "<del>")
                        .append("<span class=\"visually-hidden\">[")
                        .append(word(added ? "diff.added" : "diff.removed"))
                        .append(" </span>");
            }
        }

        private void endMark() {
            if (open != Kind.SAME) {
                html.append("<span class=\"visually-hidden\"> ")
                        .append(word("diff.end"))
                        .append("]</span>")
                        .append(open == Kind.ADDED ? "</ins>" : "</del>");
            }
            open = Kind.SAME;
        }
    }
}
