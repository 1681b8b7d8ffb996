package org.backfile.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the paragraphs of a body of its blocks, telling subheadings, captions and datelines. One pass. */
final class BodyShape {
    private static final int SUBHEADING_WORDS = 8;

    private final TextLines text;
    private final LineRole[] roles;
    private final List<Block> blocks;

    BodyShape(TextLines text, LineRole[] roles, List<Block> blocks) {
        this.text = text;
        this.roles = roles;
        this.blocks = blocks;
    }

    /** The paragraphs, in order; the roles of subheadings' and captions' lines are set. */
    List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = new ArrayList<>(blocks.size());
        for (int k = 0; k < blocks.size(); k++) {
            Block block = blocks.get(k);
            Paragraph.Kind kind = kind(k);
            paragraphs.add(
                    new Paragraph(kind, block.text(), text.lineNumber(block.from()), text.lineNumber(block.to())));
            if (kind == Paragraph.Kind.SUBHEADING) {
                setRole(block, LineRole.SUBHEADING);
            } else if (kind == Paragraph.Kind.CAPTION) {
                setRole(block, LineRole.CAPTION);
            }
        }
        return paragraphs;
    }

    private Paragraph.Kind kind(int k) {
        Block block = blocks.get(k);
        if (block.kind() != Paragraph.Kind.TEXT) {
            return block.kind();
        }
        if (isCaption(block)) {
            return Paragraph.Kind.CAPTION;
        }
        return isSubheading(k) ? Paragraph.Kind.SUBHEADING : Paragraph.Kind.TEXT;
    }

    private static boolean isCaption(Block block) {
        int colon = block.text().indexOf(':');
        return colon >= 4 && colon <= 12 && block.weight() <= 60 && isPicture(block.text(), 0, colon);
    }

    /** A line that names, before a colon within it, who took the picture: {@code The quay. Photo: Ann Lee}. */
    static boolean isCreditLine(String shown) {
        int colon = shown.lastIndexOf(':');
        int word = colon;
        while (word > 0 && Character.isLetter(shown.charAt(word - 1))) {
            word--;
        }
        return colon - word >= 4 && isPicture(shown, word, colon);
    }

    private static boolean isPicture(String shown, int from, int to) {
        return switch (shown.substring(from, to).toLowerCase(Locale.ROOT)) {
            case "photo",
                    "photos",
                    "photograph",
                    "photographs",
                    "foto",
                    "fotos",
                    "image",
                    "bild",
                    "picture",
                    "imagen",
                    "imagem",
                    "immagine",
                    "kuva",
                    "zdjęcie",
                    "fotoğraf",
                    "фото",
                    "φωτογραφία",
                    "फोटो" -> true;
            default -> false;
        };
    }

    /** A short line without a stop, between paragraphs. */
    private boolean isSubheading(int k) {
        if (k == 0 || k + 1 >= blocks.size()) {
            return false;
        }
        Block block = blocks.get(k);
        String shown = block.text();
        int first = shown.codePointAt(0);
        return block.weight() >= 1
                && block.weight() <= SUBHEADING_WORDS
                && shown.length() <= 70
                && (Character.isUpperCase(first) || Character.isDigit(first) || TextLines.isUnspaced(shown.charAt(0)))
                && (!Block.endsSentence(shown) || shown.endsWith("?"))
                && blocks.get(k - 1).isProse()
                && blocks.get(k + 1).isLongProse();
    }

    private void setRole(Block block, LineRole role) {
        for (int i = block.from(); i <= block.to(); i++) {
            if (roles[i] == LineRole.BODY) {
                roles[i] = role;
            }
        }
    }
}
