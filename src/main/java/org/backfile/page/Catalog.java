package org.backfile.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.story.Stories;
import org.backfile.story.Stories.Member;
import org.backfile.story.Stories.Role;
import org.jspecify.annotations.Nullable;

/**
 * All articles and stories of an archive under small numbers: an article's is its place in the order of ids, a story's
 * its place among the stories. Immutable and safe for use by several threads; holds a path and some ints an article, and a
 * row a story, beside the cards.
 */
public final class Catalog {
    private static final int LONGEST_KEY = 60;

    private final ArticleCard[] cards;
    private final HeadlineOrder order;
    private final Stories stories;
    private final SitePath[] addresses;
    private final int[] storyOf;
    private final Role[] roles;
    private final int[] members;
    private final int[] firstMember;
    private final int[] leads;
    private final @Nullable ArticleDate[] dates;
    private final int[] datedBy;
    private final int[] inTime;
    private final int[] placeInTime;
    private final int[] weights;
    private final DayPages days;
    private final Content.Row[] rows;

    /**
     * The catalog of {@code cards}, sorted by id, and of their stories, as the settings want them ordered and laid out.
     *
     * @param addresses those of the cards' articles, where each has a page of its own
     * @param stories in which each of the cards' articles is a member of exactly one
     */
    public Catalog(List<ArticleCard> cards, Addresses addresses, Stories stories, PageSettings settings) {
        this.order = HeadlineOrder.of(settings.language());
        this.cards = cards.toArray(ArticleCard[]::new);
        this.stories = stories;
        this.addresses = addresses.toArray();
        this.storyOf = new int[this.cards.length];
        Arrays.fill(storyOf, -1);
        this.roles = new Role[this.cards.length];
        this.members = new int[this.cards.length];
        int count = stories.stories().size();
        this.firstMember = new int[count];
        this.leads = new int[count];
        this.dates = new ArticleDate[count];
        this.datedBy = new int[count];
        int entered = 0;
        int next = 0;
        for (int story = 0; story < count; story++) {
            // stories come in the order of their first members, so the first article that is in none yet is the next's
            while (next < storyOf.length && storyOf[next] >= 0) {
                next++;
            }
            firstMember[story] = entered;
            entered += enter(story, stories.stories().get(story), next);
        }
        this.inTime = inTime(IntStream.range(0, count).toArray());
        this.placeInTime = new int[count];
        for (int place = 0; place < count; place++) {
            placeInTime[inTime[place]] = place;
        }
        this.weights = IntStream.range(0, count).parallel().map(this::weighed).toArray();
        this.days = settings.layout() == SiteLayout.DAY ? DayPages.of(this) : DayPages.NONE;
        days.days().forEach(day -> day.leaves().forEach(this::moveTo));
        this.rows = IntStream.range(0, count)
                .parallel()
                .mapToObj(story -> row(story, ""))
                .toArray(Content.Row[]::new);
    }

    /** Gives the short stories of a day's page their places on it. */
    private void moveTo(DayPages.Leaf page) {
        Set<String> taken = new HashSet<>();
        for (int story : page.stories()) {
            if (DayPages.isShort(this, story)) {
                ArticleCard lead = leadCard(story);
                String place = Address.place(lead);
                addresses[leads[story]] = page.path().at(taken.add(place) ? place : Address.longerPlace(lead));
            }
        }
    }

    /** Enters a story, the likely number of whose first member is {@code likely}; gives the number of its members. */
    private int enter(int story, Stories.Story value, int likely) {
        int earliest = -1;
        int place = firstMember[story];
        for (Member member : value.members()) {
            int article = likely < cards.length && cards[likely].id().equals(member.article())
                    ? likely
                    : article(member.article());
            members[place++] = article;
            storyOf[article] = story;
            roles[article] = member.role();
            if (member.role() == Role.LEAD) {
                leads[story] = article;
            }
            if (isEarlier(article, earliest)) {
                earliest = article;
            }
        }
        datedBy[story] = card(leads[story]).date() != null ? leads[story] : earliest;
        dates[story] = datedBy[story] < 0 ? null : card(datedBy[story]).date();
        return value.members().size();
    }

    private boolean isEarlier(int article, int than) {
        ArticleDate date = card(article).date();
        if (date == null || than < 0) {
            return date != null;
        }
        ArticleDate other = card(than).date();
        return other == null || date.compareTo(other) < 0;
    }

    /** {@code storyNumbers} sorted by date, those without one last, then by their leads' ids. */
    int[] inTime(int[] storyNumbers) {
        Integer[] boxed = Arrays.stream(storyNumbers).boxed().toArray(Integer[]::new);
        Comparator<ArticleDate> byDate = Comparator.naturalOrder();
        Arrays.parallelSort(
                boxed,
                Comparator.<Integer, @Nullable ArticleDate>comparing(this::date, Comparator.nullsLast(byDate))
                        .thenComparing(this::lead));
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }

    /** The numbers of all stories by date, those without one last; not to be changed. */
    int[] inTime() {
        return inTime;
    }

    /** The numbers of all stories by date, those without one last: a copy. */
    public int[] storiesInTime() {
        return inTime.clone();
    }

    /** Where a story stands in {@link #inTime()}. */
    int placeInTime(int story) {
        return placeInTime[story];
    }

    /** How many articles there are. */
    public int articles() {
        return cards.length;
    }

    /** How many stories there are. */
    public int stories() {
        return leads.length;
    }

    /** The card of an article. */
    public ArticleCard card(int article) {
        return cards[article];
    }

    /** A story with its members. */
    public Stories.Story story(int story) {
        return stories.stories().get(story);
    }

    /** The number of the article that is a story's member at a place, from 0. */
    public int member(int story, int place) {
        return members[firstMember[story] + place];
    }

    /** The number of the story that an article belongs to. */
    public int storyOf(int article) {
        return storyOf[article];
    }

    /** How an article stands to its story's lead. */
    public Role role(int article) {
        return roles[article];
    }

    /** The number of the article with that id, in O(log n). */
    int article(ArticleId id) {
        int article = articleOrNone(id);
        if (article < 0) {
            throw new IllegalArgumentException("no article " + id);
        }
        return article;
    }

    /** The number of the article with that id, -1 where there is none. */
    int articleOrNone(ArticleId id) {
        int low = 0;
        int high = cards.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = cards[middle].id().compareTo(id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The address of an article: for a lead its story's page. */
    public SitePath address(int article) {
        return addresses[article];
    }

    /** The number of a story's lead. */
    public int lead(int story) {
        return leads[story];
    }

    /** The card of a story's lead. */
    public ArticleCard leadCard(int story) {
        return card(leads[story]);
    }

    /** The pages of days where short stories stand whole. */
    DayPages days() {
        return days;
    }

    /** Whether the story stands whole on the page of its day, and has none of its own. */
    boolean isOnDayPage(int story) {
        return days != DayPages.NONE && !page(story).anchor().isEmpty();
    }

    /** Where the story stands: its page, or its place on the page of its day. */
    public SitePath page(int story) {
        return addresses[leads[story]];
    }

    /** The lead's date, else the earliest of the story's other articles, else null. */
    public @Nullable ArticleDate date(int story) {
        return dates[story];
    }

    /** The article that the story's date was taken from; null where it is the lead or there is no date. */
    @Nullable
    ArticleId datedBy(int story) {
        return datedBy[story] < 0 || datedBy[story] == leads[story]
                ? null
                : card(datedBy[story]).id();
    }

    /** The story as a row of a listing, without its opening. */
    Content.Row row(int story) {
        return rows[story];
    }

    /** The story as a row of a listing, with its opening. */
    Content.Row rowWithOpening(int story) {
        return row(story, leadCard(story).opening());
    }

    private Content.Row row(int story, String opening) {
        ArticleCard card = leadCard(story);
        return new Content.Row(
                page(story),
                Headline.of(card),
                card.headline() == null,
                Headline.clip(card.kicker(), 60),
                Headline.clip(card.place(), 60),
                date(story),
                Headline.clip(card.publication(), 60),
                card.language(),
                opening);
    }

    /** About how many bytes the story comes to in a listing. */
    long weight(int story) {
        return weights[story];
    }

    private int weighed(int story) {
        ArticleCard card = leadCard(story);
        return 122
                + 2 * weight(Address.name(page(story)))
                + weight(Headline.of(card))
                + weight(card.kicker() == null ? "" : card.kicker())
                + weight(card.place() == null ? "" : card.place());
    }

    /** The bytes of a text in HTML, characters that must be escaped counted as six. */
    static int weight(String text) {
        int weight = Slug.bytes(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            weight += c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' ? 5 : 0;
        }
        return weight;
    }

    /** {@link #weight} of several stories together. */
    long weight(int[] storyNumbers) {
        long sum = 0;
        for (int story : storyNumbers) {
            sum += weight(story);
        }
        return sum;
    }

    /** What the story is sorted by among headlines, made unlike every other by its address's hash. */
    String headlineKey(int story) {
        String name = Address.name(page(story));
        String hash = name.substring(name.lastIndexOf('-') + 1);
        String key = order.key(Headline.of(leadCard(story)));
        int end = Math.min(key.length(), LONGEST_KEY);
        end -= end > 0 && Character.isHighSurrogate(key.charAt(end - 1)) ? 1 : 0;
        return key.substring(0, end).replace(' ', '-') + "-" + hash;
    }

    /** The letter that a headline stands under, by its {@link #headlineKey}. */
    String letter(String headlineKey) {
        return order.heading(headlineKey);
    }
}
