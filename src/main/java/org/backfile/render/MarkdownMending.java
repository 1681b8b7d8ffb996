package org.backfile.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Mends a parsed Markdown body for its page: pictures found, those alone in a paragraph with their titles below them,
 * links checked, headings renumbered, footnotes numbered and put at the end. For one body; not for several threads. Linear in the tree.
 */
final class MarkdownMending {
    private final BiFunction<String, String, BodyNode.Shown> pictures;
    private final Function<String, Optional<String>> links;
    private final Deque<Integer> headings = new ArrayDeque<>();
    private final DefinitionMap<FootnoteDefinition> definitions = new DefinitionMap<>(FootnoteDefinition.class);
    private final List<FootnoteDefinition> allDefinitions = new ArrayList<>();
    private final List<FootnoteDefinition> numbered = new ArrayList<>();
    private final IdentityHashMap<FootnoteDefinition, Integer> numbers = new IdentityHashMap<>();
    private final IdentityHashMap<FootnoteDefinition, Integer> calls = new IdentityHashMap<>();
    private long linkBudget;

    /**
     * @param pictures gives a picture for its path as written and its words
     * @param links gives the URL for a destination as written, or none where it must not be one
     */
    MarkdownMending(
            BiFunction<String, String, BodyNode.Shown> pictures,
            Function<String, Optional<String>> links,
            int sourceLength) {
        this.pictures = pictures;
        this.links = links;
        this.linkBudget = 10_000L + 8L * sourceLength;
    }

    void mend(Node document) {
        takeDefinitions(document);
        mendChildren(document);
        for (int i = 0; i < numbered.size(); i++) {
            mendChildren(numbered.get(i));
        }
        // a note that nobody calls is still part of the text
        for (FootnoteDefinition definition : allDefinitions) {
            if (!numbers.containsKey(definition)) {
                int from = numbered.size();
                number(definition);
                for (int i = from; i < numbered.size(); i++) {
                    mendChildren(numbered.get(i));
                }
            }
        }
        appendNotes(document);
    }

    private void takeDefinitions(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; ) {
            Node next = child.getNext();
            takeDefinitions(child);
            if (child instanceof FootnoteDefinition definition) {
                definitions.putIfAbsent(definition.getLabel(), definition);
                allDefinitions.add(definition);
                definition.unlink();
            }
            child = next;
        }
    }

    private void mendChildren(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; ) {
            Node next = child.getNext();
            mendNode(child);
            child = next;
        }
    }

    private void mendNode(Node node) {
        if (node instanceof Image image) {
            mendImage(image);
        } else if (node instanceof FootnoteReference reference) {
            mendReference(reference);
        } else if (isOfPictures(node)) {
            mendPictures(node);
        } else {
            mendChildren(node);
            if (node instanceof Link link) {
                mendLink(link);
            } else if (node instanceof Heading heading) {
                mendHeading(heading);
            } else if (node instanceof Paragraph && node.getFirstChild() == null) {
                node.unlink();
            }
        }
    }

    private void mendImage(Image image) {
        BodyNode.Shown shown = shown(image);
        if (shown.isSomething()) {
            image.insertBefore(new BodyNode.InlinePicture(shown, title(image)));
        }
        image.unlink();
    }

    private BodyNode.Shown shown(Image image) {
        return pictures.apply(
                image.getDestination(), BodyText.words(image, true).replace('\n', ' '));
    }

    private static String title(Image image) {
        String title = image.getTitle();
        return title == null ? "" : title.strip();
    }

    /** Whether a block is a paragraph of nothing but pictures. */
    private static boolean isOfPictures(Node block) {
        if (!(block instanceof Paragraph) || block.getFirstChild() == null) {
            return false;
        }
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            if (!(child instanceof Image || child instanceof SoftLineBreak)) {
                return false;
            }
        }
        return true;
    }

    private void mendPictures(Node paragraph) {
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Image image) {
                BodyNode.Shown shown = shown(image);
                if (shown.isSomething() || !title(image).isEmpty()) {
                    paragraph.insertBefore(new BodyNode.Figure(shown, title(image)));
                }
            }
        }
        paragraph.unlink();
    }

    private void mendReference(FootnoteReference reference) {
        FootnoteDefinition definition = definitions.get(reference.getLabel());
        if (definition == null) {
            reference.insertBefore(new Text("[^" + reference.getLabel() + "]"));
        } else {
            int number = number(definition);
            int call = calls.merge(definition, 1, Integer::sum);
            reference.insertBefore(new BodyNode.NoteMark(number, call));
        }
        reference.unlink();
    }

    private int number(FootnoteDefinition definition) {
        Integer known = numbers.get(definition);
        if (known != null) {
            return known;
        }
        numbered.add(definition);
        numbers.put(definition, numbered.size());
        return numbered.size();
    }

    private void mendLink(Link link) {
        String title = link.getTitle();
        linkBudget -= link.getDestination().length() + (title == null ? 0 : title.length());
        boolean kept = linkBudget >= 0 && !holdsLink(link);
        Optional<String> url = kept ? links.apply(link.getDestination()) : Optional.empty();
        if (url.isEmpty()) {
            for (Node child = link.getFirstChild(); child != null; ) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
            return;
        }
        link.setDestination(url.get());
        if (BodyText.words(link, true).isBlank()) {
            link.appendChild(new Text(url.get()));
        }
    }

    /** True where a link or a footnote's call stands inside: HTML allows no link in a link. */
    private static boolean holdsLink(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Link || child instanceof BodyNode.NoteMark || holdsLink(child)) {
                return true;
            }
        }
        return false;
    }

    private void mendHeading(Heading heading) {
        if (BodyText.words(heading, true).isBlank()) {
            heading.unlink();
            return;
        }
        while (!headings.isEmpty() && headings.peek() >= heading.getLevel()) {
            headings.pop();
        }
        headings.push(heading.getLevel());
        heading.setLevel(Math.min(6, 1 + headings.size()));
    }

    private void appendNotes(Node document) {
        if (numbered.isEmpty()) {
            return;
        }
        Node notes = new BodyNode.Notes();
        for (int i = 0; i < numbered.size(); i++) {
            BodyNode.Note note = new BodyNode.Note(i + 1, calls.getOrDefault(numbered.get(i), 0));
            BodyNode.moveChildren(numbered.get(i), note);
            notes.appendChild(note);
        }
        document.appendChild(notes);
    }
}
