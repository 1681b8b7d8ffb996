package org.backfile.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.backfile.source.Problem;
import org.backfile.source.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Tells the head of a text from its body. The head ends where running text begins; the headline is the block above it
 * that reads most like one: by its length, its end, what stands beside it, and whether it stands again elsewhere.
 * What is above the headline is masthead, section or kicker, what is below it byline and date. Used once for a text.
 */
final class HeadFinder {
    private static final int LONGEST_HEADLINE = 45;
    private static final int LONGEST_LABEL = 8;
    private static final int HEAD_BLOCKS = 60;

    /** Who took the pictures: a name follows. */
    private static final Pattern CREDIT = Pattern.compile(
            "^(?:(?:story|text|words) and )?(?:photos?|photographs?|pictures?|illustrations?|graphics?|drawings?) by ",
            Pattern.CASE_INSENSITIVE);

    /** Whose the rights are, where the page came from, what a click does; or an address. */
    private static final Pattern NO_HEADLINE = Pattern.compile(
            "^(?:©|\\(c\\) |copyright (?:©|\\(c\\)|by |\\d{4}))|^(?:printed|downloaded|retrieved) from \\S+\\.\\S"
                    + "|^click (?:here|to enlarge|to zoom)|^https?://|^www\\.",
            Pattern.CASE_INSENSITIVE);

    /** So many lines that begin with a figure, one below the other, are a list. */
    private static final int LEAST_LIST = 3;

    private final TextLines text;
    private final LineRole[] roles;
    private final int[] repeats;
    private final List<Block> blocks;
    private final FolderJudgement folder;
    private final String path;
    private final List<Problem> problems;
    /** The byline that metadata gives. */
    private final @Nullable String written;
    /** Whether metadata gives a date. */
    private final boolean dated;

    /** The block that ends the head, where page lines and a headline show one; lists may follow. */
    private int headEnd = Integer.MAX_VALUE;

    private @Nullable Stated<String> masthead;
    private @Nullable Stated<String> kicker;
    private @Nullable Stated<String> section;
    private @Nullable Stated<String> byline;
    private @Nullable Stated<String> agency;
    private final DateChoice dates;
    /** For each block whether it can be the headline: 1 or -1 once it was looked at. */
    private final byte[] candidates;

    HeadFinder(
            TextLines text,
            LineRole[] roles,
            int[] repeats,
            List<Block> blocks,
            FolderJudgement folder,
            String path,
            Fields metadata,
            List<Problem> problems) {
        this.text = text;
        this.written = Fields.value(metadata.byline());
        this.dated = metadata.date() != null;
        this.roles = roles;
        this.repeats = repeats;
        this.blocks = blocks;
        this.folder = folder;
        this.path = path;
        this.problems = problems;
        this.dates = new DateChoice(folder);
        this.candidates = new byte[blocks.size()];
    }

    /**
     * Finds the head and sets the roles of its lines.
     *
     * @param seekHeadline whether a headline may stand in the text
     */
    Head find(boolean seekHeadline) {
        int bodyStart = bodyStart();
        TitleLine title = seekHeadline ? titleLine(bodyStart) : null;
        int headline = seekHeadline ? bestHeadline(bodyStart, title) : -1;
        if (headline >= bodyStart) {
            bodyStart = headline + 1;
        }
        Stated<String> stated = headline < 0 ? null : statedHeadline(headline, title);
        readAbove(Math.max(headline, 0), title);
        readBelow(headline + 1, bodyStart);
        readEnd(Math.max(bodyStart, blocks.size() - 3));
        Stated<ArticleDate> date = dates.best(text);
        reportBadDates(date);
        return new Head(masthead, kicker, section, stated, byline, agency, date, headline + 1);
    }

    /** The first block of running text; where there is none, the block after the first that can be a headline. */
    private int bodyStart() {
        int limit = Math.min(blocks.size(), HEAD_BLOCKS);
        for (int k = 0; k < limit; k++) {
            Block block = blocks.get(k);
            if (isRunningText(block) && !isLongHeadline(k) && !isOverHead(k)) {
                return k;
            }
        }
        for (int k = 0; k < limit; k++) {
            if (isCandidate(k) && k + 1 < blocks.size()) {
                return k + 1;
            }
        }
        return 0;
    }

    private static boolean isRunningText(Block block) {
        if (block.kind() != Paragraph.Kind.TEXT || !block.isProse()) {
            return block.kind() == Paragraph.Kind.VERSE || block.kind() == Paragraph.Kind.QUOTE;
        }
        return block.weight() >= 20 || endsStatement(block.text()) || block.dateline() != null;
    }

    /** Ends with a full stop; a question or an exclamation can be a headline. */
    private static boolean endsStatement(String shown) {
        for (int at = shown.length() - 1; at >= 0; at--) {
            char c = shown.charAt(at);
            if (Block.isStop(c)) {
                return c != '?' && c != '!' && c != '？' && c != '！' && c != '؟' && c != ':';
            }
            if (Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return false;
    }

    /** A first block as long as a paragraph that does not end like one, with running text after it. */
    private boolean isLongHeadline(int k) {
        Block block = blocks.get(k);
        return block.weight() <= LONGEST_HEADLINE
                && !endsStatement(block.text())
                && k <= 2
                && k + 1 < blocks.size()
                && block.dateline() == null;
    }

    /** A first block, however long, that a byline or the date follows right away. */
    private boolean isOverHead(int k) {
        return k == 0
                && blocks.size() > 2
                && (isSureByline(blocks.get(1)) || blocks.get(1).dateLine() != null);
    }

    private boolean isCandidate(int k) {
        if (candidates[k] == 0) {
            candidates[k] = (byte) (looksLikeHeadline(k) ? 1 : -1);
        }
        return candidates[k] > 0;
    }

    private boolean looksLikeHeadline(int k) {
        Block block = blocks.get(k);
        return block.kind() == Paragraph.Kind.TEXT
                && block.weight() > 0
                && block.weight() <= LONGEST_HEADLINE
                && block.dateLine() == null
                && !(k == 0 && nameBeforeDate(block) > 0)
                && !isSureByline(block);
    }

    /** Where the name of a paper ends that has the day's date on its line, far to its right; 0 for other lines. */
    private static int nameBeforeDate(Block block) {
        String shown = block.text();
        int gap = Math.max(shown.lastIndexOf("   "), shown.lastIndexOf('\t'));
        if (block.from() != block.to() || gap <= 0 || block.weight() > 2 * LONGEST_LABEL) {
            return 0;
        }
        String name = shown.substring(0, gap).strip();
        return DateLine.of(shown.substring(gap + 1).strip()) == null || DateLine.of(name) != null ? 0 : name.length();
    }

    private static boolean isSureByline(Block block) {
        Byline found = block.byline();
        return found != null && found.certain();
    }

    /** A line like {@code Headline - Site}, its parts known from the folder or from another line. */
    private record TitleLine(int block, String headline, String site, int siteColumn) {}

    private @Nullable TitleLine titleLine(int bodyStart) {
        for (int k = 0; k < Math.min(3, bodyStart); k++) {
            Block block = blocks.get(k);
            int divider = TitleTail.divider(block.text());
            if (block.from() == block.to() && divider > 0) {
                String front = TitleTail.front(block.text(), divider);
                String site = TitleTail.tail(block.text(), divider);
                boolean known = folder.useOf(TitleTail.key(site), true) == FolderJudgement.LineUse.TITLE_TAIL
                        || standsAlone(front, k, bodyStart)
                        || (block.text().charAt(divider) == '|' && k == 0);
                if (known) {
                    return new TitleLine(k, front, site, block.text().length() - site.length());
                }
            }
        }
        return null;
    }

    private boolean standsAlone(String front, int except, int bodyStart) {
        for (int k = 0; k < Math.min(bodyStart, blocks.size()); k++) {
            if (k != except && blocks.get(k).text().equalsIgnoreCase(front)) {
                return true;
            }
        }
        return false;
    }

    private int bestHeadline(int bodyStart, @Nullable TitleLine title) {
        int best = -1;
        int bestScore = Integer.MIN_VALUE;
        headEnd = headEnd(bodyStart);
        for (int k = 0; k < Math.min(bodyStart, blocks.size()); k++) {
            if (isCandidate(k) && !(k == 0 && blocks.size() == 1)) {
                int score = score(k, bodyStart, title);
                if (score > bestScore) {
                    best = k;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private int score(int k, int bodyStart, @Nullable TitleLine title) {
        Block block = blocks.get(k);
        int weight = block.weight();
        int score = weight >= 4 && weight <= 25 ? 30 : weight == 3 ? 18 : weight <= 2 ? 6 : 20;
        if (endsStatement(block.text())) {
            score -= 15;
        }
        if (Block.dividers(block.text()) > 0) {
            score -= 10 * Block.dividers(block.text());
        }
        if (title != null) {
            score += block.text().equalsIgnoreCase(title.headline()) ? 60 : k == title.block() ? 40 : 0;
        }
        score += switch (folder.useOf(FileFacts.key(text.hash(block.from())), true)) {
            case OFTEN -> -14;
            case LISTED -> 9;
            case OWN, MASTHEAD, BOILERPLATE, TITLE_TAIL -> 0;
        };
        if (k + 1 < bodyStart && isKickerOver(block, blocks.get(k + 1)) && isCandidate(k + 1)) {
            score -= 12;
        }
        if (isOverDateOrByline(k, bodyStart)) {
            score += 10;
        }
        boolean overNext = k + 1 < bodyStart && isKickerOver(block, blocks.get(k + 1));
        if (isAfterPage(block) && !overNext && (k == 0 || !isDateOrByline(k - 1))) {
            score += 6;
        }
        if (BodyShape.isCreditLine(block.text())) {
            score -= 25;
        }
        if (k > headEnd && isAfterPage(block)) {
            score -= 20;
        }
        if (isSaidOfThePage(block.text()) || isInListOfFigures(k) || DateLine.isOfLife(block.text())) {
            score -= 30;
        }
        if (isSection(block)) {
            score -= 20;
        } else if (k > 0 && isSection(blocks.get(k - 1))) {
            score += 28;
        }
        if (k + 1 < blocks.size() && Dateline.isSalutation(blocks.get(k + 1).text())) {
            score += 25;
        }
        if (isNameOverDateAndKicker(k, bodyStart)) {
            score -= 30;
        }
        return score;
    }

    /** A date or a byline follows, at most two lines between that may be a deck or a caption. */
    private boolean isOverDateOrByline(int k, int bodyStart) {
        for (int next = k + 1; next < Math.min(bodyStart, k + 4); next++) {
            if (isDateOrByline(next)) {
                return true;
            }
            if (!isCandidate(next)) {
                return false;
            }
        }
        return false;
    }

    /** The date or byline below the first line that is as long as a headline and has the page's lines above it. */
    private int headEnd(int bodyStart) {
        boolean page = false;
        boolean headline = false;
        for (int k = 0; k < Math.min(bodyStart, blocks.size()); k++) {
            boolean dated = isDateOrByline(k);
            if (headline && dated) {
                return k;
            }
            page |= isAfterPage(blocks.get(k));
            headline |= page && !dated && blocks.get(k).weight() >= 3 && isOverDateOrByline(k, bodyStart);
        }
        return Integer.MAX_VALUE;
    }

    /** The line before is the page's. */
    private boolean isAfterPage(Block block) {
        int before = block.from() - 1;
        while (before >= 0 && roles[before] == LineRole.BLANK) {
            before--;
        }
        return before >= 0 && (roles[before] == LineRole.BOILERPLATE || roles[before] == LineRole.MASTHEAD);
    }

    /** A line that is a section's name and nothing else. */
    private boolean isSection(Block block) {
        String label = sectionLabel(block);
        return label != null && label.length() == block.text().length();
    }

    /** The section's name that the line is or begins with, or null. */
    private @Nullable String sectionLabel(Block block) {
        String label = block.from() == block.to() ? SectionLabel.of(text.text(block.from())) : null;
        return label != null && folder.isSection(label) ? label : null;
    }

    /** The first line, a date, a label in capitals and a headline: the first is the paper's name. */
    private boolean isNameOverDateAndKicker(int k, int bodyStart) {
        if (k != 0 || bodyStart < 4 || !isCandidate(3) || blocks.get(3).weight() < 3) {
            return false;
        }
        Block label = blocks.get(2);
        return blocks.get(1).dateLine() != null
                && isCandidate(2)
                && label.weight() <= 2
                && Block.isCapitals(label.text());
    }

    /** A few words in capitals above a longer line that is not. */
    private static boolean isKickerOver(Block block, Block next) {
        return block.weight() <= 5
                && Block.isCapitals(block.text())
                && !Block.isCapitals(next.text())
                && next.weight() >= Math.max(3, block.weight())
                && next.weight() <= 20
                && !Block.endsSentence(next.text());
    }

    private boolean isDateOrByline(int k) {
        return blocks.get(k).dateLine() != null || blocks.get(k).byline() != null;
    }

    private static boolean isSaidOfThePage(String shown) {
        Matcher credit = CREDIT.matcher(shown);
        return credit.find()
                ? isName(shown.substring(credit.end()))
                : NO_HEADLINE.matcher(shown).find();
    }

    /** A line of a recipe, a ranking, a table: it begins with a figure, and so do others right above or below. */
    private boolean isInListOfFigures(int k) {
        if (!isFigure(k)) {
            return false;
        }
        int first = k;
        while (first > 0 && isFigure(first - 1) && isRightAbove(first - 1)) {
            first--;
        }
        int last = k;
        while (last + 1 < blocks.size() && isFigure(last + 1) && isRightAbove(last)) {
            last++;
        }
        return last - first + 1 >= LEAST_LIST;
    }

    private boolean isFigure(int k) {
        return Character.isDigit(blocks.get(k).text().charAt(0)) && !isDateOrByline(k);
    }

    private boolean isRightAbove(int k) {
        return blocks.get(k).to() + 1 == blocks.get(k + 1).from();
    }

    /** A later line repeats this one, and the line before that one does not repeat the line before this one. */
    private boolean repeatsBelow(Block block) {
        for (int i = block.to() + 1; i < repeats.length; i++) {
            if (repeats[i] == block.from()) {
                return true;
            }
        }
        return false;
    }

    private Stated<String> statedHeadline(int k, @Nullable TitleLine title) {
        Block block = blocks.get(k);
        setRole(block, LineRole.HEADLINE);
        if (title != null && title.block() == k) {
            int column = text.column(block.from());
            masthead = new Stated<>(
                    title.site(),
                    evidence(block, column + title.siteColumn(), title.site().length(), Rule.TITLE_LINE));
            return new Stated<>(
                    title.headline(), evidence(block, column, title.headline().length(), Rule.TITLE_LINE));
        }
        return whole(block, repeatsBelow(block) ? Rule.LINE_ABOVE_REPEATED_BODY : Rule.FIRST_HEADLINE_LIKE_LINE);
    }

    private void readAbove(int headline, @Nullable TitleLine title) {
        if (title != null && title.block() < headline) {
            Block block = blocks.get(title.block());
            setRole(block, LineRole.MASTHEAD);
            masthead = new Stated<>(
                    title.site(),
                    evidence(
                            block,
                            text.column(block.from()) + title.siteColumn(),
                            title.site().length(),
                            Rule.TITLE_LINE));
        }
        if (masthead == null) {
            masthead = mastheadOfFolder();
        }
        for (int k = headline - 1; k >= 0; k--) {
            if (title == null || k != title.block()) {
                readAbove(blocks.get(k), k, headline);
            }
        }
    }

    private @Nullable Stated<String> mastheadOfFolder() {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == LineRole.MASTHEAD) {
                Block line = new Block(Paragraph.Kind.TEXT, text.text(i), i, i, text.weight(i));
                return whole(line, Rule.FIRST_LINE_OF_FOLDER);
            }
            if (roles[i] == LineRole.BODY) {
                return null;
            }
        }
        return null;
    }

    private void readAbove(Block block, int k, int headline) {
        if ((k == 0 && readNameAndDate(block)) || readDateOrByline(block, DateChoice.Place.ABOVE)) {
            return;
        }
        if (readTrail(block)) {
            return;
        }
        boolean beside = k == headline - 1 && block.weight() <= LONGEST_LABEL;
        boolean often = folder.useOf(FileFacts.key(text.hash(block.from())), true) == FolderJudgement.LineUse.OFTEN;
        boolean top = k == 0 && masthead == null && block.weight() <= LONGEST_LABEL;
        String label = k == headline - 1 ? sectionLabel(block) : null;
        if (label != null && section == null) {
            section = new Stated<>(
                    label, evidence(block, text.column(block.from()), label.length(), Rule.LINE_ABOVE_HEADLINE));
        }
        if (label != null && label.length() == block.text().length()) {
            setRole(block, LineRole.SECTION);
        } else if (label == null && beside && often && !top && block.weight() <= 4) {
            setRole(block, LineRole.SECTION);
            section = section == null ? whole(block, Rule.LINE_ABOVE_HEADLINE) : section;
        } else if (beside && kicker == null && (!top || isKickerLike(block))) {
            setRole(block, LineRole.KICKER);
            kicker = whole(block, Rule.LINE_ABOVE_HEADLINE);
        } else if (top && Block.dividers(block.text()) < 2) {
            setRole(block, LineRole.MASTHEAD);
            masthead = new Stated<>(
                    block.text(),
                    new Evidence(place(block, block.text().length()), Rule.FIRST_LINE, Confidence.GUESSED));
        } else {
            setRole(block, LineRole.BOILERPLATE);
        }
    }

    /** Capitals, or a colon: what stands right above headlines and is no name of a paper. */
    private static boolean isKickerLike(Block block) {
        return block.text().indexOf(':') > 0 || Block.isCapitals(block.text());
    }

    /** The name of the paper and, far to the right, the day's date. */
    private boolean readNameAndDate(Block block) {
        int end = nameBeforeDate(block);
        if (end == 0) {
            return false;
        }
        int from = text.column(block.from());
        String shown = block.text();
        int at = shown.length() - shown.substring(end).strip().length();
        readDate(shown.substring(at), block, from + at, DateChoice.Place.ABOVE);
        setRole(block, LineRole.MASTHEAD);
        if (masthead == null) {
            Evidence.Place named = PlainText.place(text, block.from(), from, from + end - 1);
            masthead = new Stated<>(shown.substring(0, end), new Evidence(named, Rule.FIRST_LINE, Confidence.GUESSED));
        }
        return true;
    }

    /** {@code Home > News > Local}: the section is the last step. */
    private boolean readTrail(Block block) {
        String shown = block.text();
        int step = Math.max(shown.lastIndexOf('>'), Math.max(shown.lastIndexOf('»'), shown.lastIndexOf('›')));
        if (step <= 0 || step >= shown.length() - 2 || block.weight() > 14) {
            return false;
        }
        String last = shown.substring(step + 1).strip();
        setRole(block, LineRole.SECTION);
        if (section == null) {
            int column = text.column(block.from()) + shown.length() - last.length();
            section = new Stated<>(last, evidence(block, column, last.length(), Rule.SECTION_TRAIL));
        }
        return true;
    }

    private void readBelow(int from, int bodyStart) {
        for (int k = from; k < Math.min(bodyStart, blocks.size()); k++) {
            Block block = blocks.get(k);
            if (readDateOrByline(block, DateChoice.Place.BELOW) || readTrail(block)) {
                continue;
            }
            boolean besideDate = (k > from && roles[blocks.get(k - 1).from()] == LineRole.DATE)
                    || (k + 1 < blocks.size() && blocks.get(k + 1).dateLine() != null);
            int colon = block.text().indexOf(':');
            String name = block.text().substring(colon + 1).strip();
            boolean labelled =
                    (colon < 0 || block.text().indexOf(' ') > colon) && (written == null || isNamed(name, written));
            boolean besideByline =
                    k > from && colon > 0 && roles[blocks.get(k - 1).from()] == LineRole.BYLINE;
            if ((besideDate || besideByline) && labelled && isName(name) && block.from() == block.to()) {
                if (byline == null) {
                    setRole(block, LineRole.BYLINE);
                    guessByline(block, name, block.text().length() - name.length());
                } else if (colon > 0) {
                    setRole(block, LineRole.BYLINE);
                }
            }
        }
    }

    /** Two to four words that all begin like names; of a script without capitals, two or three. */
    static boolean isName(String shown) {
        String[] words = shown.split(" ", -1);
        if (words.length < 2 || words.length > 4) {
            return false;
        }
        int capitals = 0;
        for (String word : words) {
            if (word.isEmpty() || Character.isLowerCase(word.charAt(0)) || !isOfLetters(word)) {
                return false;
            }
            capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
        }
        return capitals == 0 ? words.length <= 3 : capitals == words.length && !Block.isCapitals(shown);
    }

    private static boolean isOfLetters(String word) {
        char last = word.charAt(word.length() - 1);
        return Character.isLetter(word.charAt(0)) && (Character.isLetter(last) || Words.isWordCharacter(last));
    }

    /** A byline or a "posted" line may stand below the text. */
    private void readEnd(int from) {
        for (int k = Math.max(from, 1); k < blocks.size(); k++) {
            Block block = blocks.get(k);
            if (block.weight() <= 12 && (isSureByline(block) || dates.isEmpty())) {
                readDateOrByline(block, DateChoice.Place.END);
            }
        }
    }

    private boolean readDateOrByline(Block block, DateChoice.Place where) {
        if (block.from() != block.to() || block.text().length() > 160 || block.kind() != Paragraph.Kind.TEXT) {
            return false;
        }
        boolean named = false;
        boolean dated = false;
        int start = 0;
        String shown = block.text();
        while (start <= shown.length()) {
            int end = partEnd(shown, start);
            String part = shown.substring(start, end).strip();
            int column = text.column(block.from()) + shown.indexOf(part, start);
            if (!part.isEmpty()) {
                boolean partDated = readDate(part, block, column, where);
                boolean partNamed = !partDated && readByline(part, block, column, where);
                dated |= partDated || (partNamed && readDateAfter(part, block, column, where));
                if (!partDated && !partNamed && readDateThenByline(part, block, column, where)) {
                    partDated = true;
                    partNamed = true;
                    dated = true;
                }
                named |= partNamed;
                if (!partDated && !partNamed && start == 0) {
                    return where == DateChoice.Place.BELOW && readNameBeforeDate(block, end);
                }
            }
            start = end + 1;
        }
        if (named || dated) {
            setRole(block, named ? LineRole.BYLINE : LineRole.DATE);
        }
        return named || dated;
    }

    /** {@code Ann Lee, Harbour | 3 May 2011}: below a headline, what a date follows on its line is a name. */
    private boolean readNameBeforeDate(Block block, int end) {
        String shown = block.text();
        int comma = shown.indexOf(',');
        String name = shown.substring(0, comma > 0 && comma < end ? comma : end).strip();
        String rest = shown.substring(Math.min(end + 1, shown.length())).strip();
        int column = text.column(block.from());
        int at = shown.length() - rest.length();
        if (!isName(name) || rest.isEmpty() || !readDate(rest, block, column + at, DateChoice.Place.BELOW)) {
            return false;
        }
        setRole(block, LineRole.BYLINE);
        guessByline(block, name, shown.indexOf(name));
        return true;
    }

    private void guessByline(Block block, String name, int at) {
        if (byline == null) {
            int from = text.column(block.from()) + at;
            byline = new Stated<>(
                    name,
                    new Evidence(
                            PlainText.place(text, block.from(), from, from + name.length() - 1),
                            Rule.BYLINE_LINE,
                            Confidence.GUESSED));
        }
    }

    private static int partEnd(String shown, int from) {
        int end = from;
        while (end < shown.length()
                && shown.charAt(end) != '|'
                && shown.charAt(end) != '•'
                && shown.charAt(end) != '·') {
            end++;
        }
        return end;
    }

    private boolean readDate(String part, Block block, int column, DateChoice.Place where) {
        DateLine line = part.length() == block.text().length() ? block.dateLine() : DateLine.of(part);
        if (line == null || (where == DateChoice.Place.END && !line.announced())) {
            return false;
        }
        dates.add(
                line.date(),
                line.updated(),
                where,
                block.from(),
                column + line.date().from());
        return true;
    }

    /** {@code Posted on 3 May 2011 by Ann Lee}. */
    private boolean readDateThenByline(String part, Block block, int column, DateChoice.Place where) {
        PrintedDate date = PrintedDate.find(part);
        if (date == null || date.to() + 4 > part.length() || DateLine.of(part.substring(0, date.to())) == null) {
            return false;
        }
        int rest = date.to();
        while (rest < part.length() && !Character.isLetter(part.charAt(rest))) {
            rest++;
        }
        return readByline(part.substring(rest), block, column + rest, where)
                && readDate(part.substring(0, date.to()), block, column, where);
    }

    private boolean readDateAfter(String part, Block block, int column, DateChoice.Place where) {
        PrintedDate date = PrintedDate.find(part);
        if (date != null && date.day() != 0) {
            dates.add(date, false, where, block.from(), column + date.from());
        }
        return date != null;
    }

    private boolean readByline(String part, Block block, int column, DateChoice.Place where) {
        Byline found = part.length() == block.text().length() ? block.byline() : Byline.of(part);
        if (found == null || (!found.certain() && where != DateChoice.Place.BELOW)) {
            return false;
        }
        String known = written != null ? written : Fields.value(byline);
        if (known != null && !isNamed(found.name(), known)) {
            return byline != null && written == null && joinsByline(found, block);
        }
        if (byline == null) {
            Confidence confidence = found.certain() ? Confidence.INFERRED : Confidence.GUESSED;
            int from = column + found.from();
            byline = new Stated<>(
                    found.name(),
                    new Evidence(
                            PlainText.place(
                                    text,
                                    block.from(),
                                    from,
                                    from + found.name().length() - 1),
                            Rule.BYLINE_LINE,
                            confidence));
            String named = found.agency();
            if (named != null) {
                int at = Math.max(part.indexOf(named), 0);
                agency = new Stated<>(
                        named,
                        new Evidence(
                                PlainText.place(text, block.from(), column + at, column + at + named.length() - 1),
                                Rule.BYLINE_LINE,
                                confidence));
            }
        }
        return true;
    }

    private static boolean isNamed(String name, String byline) {
        String one = name.toLowerCase(Locale.ROOT);
        String other = byline.toLowerCase(Locale.ROOT);
        return one.contains(other) || other.contains(one);
    }

    /** Right below the line that names the first writer a second one is named; further away it is somebody else. */
    private boolean joinsByline(Byline found, Block block) {
        int before = block.from() - 1;
        while (before > 0 && roles[before] == LineRole.BLANK) {
            before--;
        }
        if (byline == null || before < 0 || roles[before] != LineRole.BYLINE) {
            return false;
        }
        byline = new Stated<>(byline.value() + ", " + found.name(), byline.evidence());
        return true;
    }

    private void reportBadDates(@Nullable Stated<ArticleDate> date) {
        if (date == null && !dated && PathDate.of(path, folder.dateOrder()) == null) {
            for (DateChoice.Printed open : dates.open()) {
                int from = open.column() - text.column(open.line());
                String shown = text.text(open.line())
                        .substring(from, from + open.date().length());
                String why = open.date().year() < 100 ? " has no century" : " may have the day or the month first";
                problems.add(new Problem(
                        path,
                        text.lineNumber(open.line()),
                        open.column(),
                        ProblemKind.BAD_DATE,
                        "the date \"" + shown + "\"" + why));
            }
        }
        for (DateChoice.Printed bad : dates.impossible()) {
            problems.add(new Problem(
                    path, text.lineNumber(bad.line()), bad.column(), ProblemKind.BAD_DATE, "there is no such day"));
        }
    }

    private void setRole(Block block, LineRole role) {
        for (int i = block.from(); i <= block.to(); i++) {
            if (roles[i] == LineRole.BODY) {
                roles[i] = role;
            }
        }
    }

    private Stated<String> whole(Block block, Rule rule) {
        return new Stated<>(block.text(), new Evidence(place(block, block.text().length()), rule, Confidence.INFERRED));
    }

    private Evidence.Place place(Block block, int length) {
        int from = text.column(block.from());
        int to = block.from() == block.to() ? from + length - 1 : text.column(block.to()) + text.length(block.to()) - 1;
        return new Evidence.Place(text.lineNumber(block.from()), text.lineNumber(block.to()), from, to);
    }

    private Evidence evidence(Block block, int column, int length, Rule rule) {
        return new Evidence(
                PlainText.place(text, block.from(), column, column + length - 1), rule, Confidence.INFERRED);
    }
}
