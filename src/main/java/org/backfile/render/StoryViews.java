package org.backfile.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.Evidence;
import org.backfile.article.Fields;
import org.backfile.article.Stated;
import org.backfile.page.Content;
import org.backfile.page.Headline;
import org.backfile.page.PageSettings;
import org.backfile.story.Stories.Role;
import org.jspecify.annotations.Nullable;

/** Makes the views of stories, versions and copies. */
final class StoryViews {
    private final PageWords words;
    private final Messages messages;
    private final Bodies bodies;
    private final PageSettings settings;

    StoryViews(PageWords words, Bodies bodies, PageSettings settings) {
        this.words = words;
        this.messages = words.messages();
        this.bodies = bodies;
        this.settings = settings;
    }

    /** A story whose headline is a heading of a level. */
    View.Story story(Content.Story story, Article article, int level) {
        ArticleCard lead = story.lead();
        String headline = lead.headline();
        Content.Headings headings = story.headings();
        List<View.Door> sections = words.steps(headings.sections());
        return new View.Story(
                words.steps(story.way()),
                headline == null ? firstWords(lead) : headline,
                headline == null,
                lead.kicker(),
                words.foreign(lead.language()),
                words.direction(lead.language()),
                sections,
                lead.byline(),
                words.steps(headings.authors()),
                lead.agency(),
                words.steps(headings.places()),
                lead.publication(),
                words.steps(headings.publications()),
                longDay(story.date()),
                dateFound(story),
                length(article),
                bodies.of(story.path(), article, level),
                source(lead.id().path(), story.source()),
                printings(story),
                story.lookAlikes().stream().map(words::row).toList(),
                words.rowOrNull(story.earlier()),
                words.rowOrNull(story.later()),
                sections.isEmpty() ? null : sections.get(0).text(),
                words.rowOrNull(story.earlierInSection()),
                words.rowOrNull(story.laterInSection()),
                evidence(article.fields()),
                Citation.of(story, settings, messages));
    }

    /** How long the body is: in words, in scripts without spaces in characters, as their newspapers count. */
    private String length(Article article) {
        if (Messages.isSpaced(Fields.value(article.fields().language()))) {
            return messages.count("count.words", article.words());
        }
        long characters = BodyText.of(article.body()).stream()
                .flatMapToInt(String::codePoints)
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .count();
        return messages.count("count.characters", characters);
    }

    private static String firstWords(ArticleCard card) {
        return Headline.of(card);
    }

    private View.@Nullable Day longDay(@Nullable ArticleDate date) {
        return date == null ? null : new View.Day(messages.longDate(date), date.iso());
    }

    private String dateFound(Content.Story story) {
        if (story.date() == null) {
            return messages.text("story.date-unknown");
        }
        if (story.datedBy() != null) {
            return messages.text("rule.date-of-copy") + " (" + story.datedBy() + ")";
        }
        Evidence evidence = story.lead().dateEvidence();
        return evidence == null ? "" : found(evidence);
    }

    private String found(Evidence evidence) {
        StringBuilder found =
                new StringBuilder(messages.text("rule." + evidence.rule().id()));
        Evidence.Place place = evidence.place();
        if (place != null) {
            found.append(messages.text("evidence.joint"))
                    .append(
                            place.fromLine() == place.toLine()
                                    ? messages.text("evidence.line", place.fromLine())
                                    : messages.text("evidence.lines", place.fromLine(), place.toLine()));
        }
        String confidence = evidence.confidence().name().toLowerCase(Locale.ROOT);
        return messages.text("evidence.found", found, messages.text("confidence." + confidence));
    }

    private List<View.Evidence> evidence(Fields fields) {
        List<View.Evidence> all = new ArrayList<>();
        add(all, "headline", fields.headline());
        add(all, "kicker", fields.kicker());
        add(all, "masthead", fields.masthead());
        add(all, "section", fields.section());
        add(all, "author", fields.byline());
        add(all, "agency", fields.agency());
        add(all, "place", fields.place());
        add(all, "date", fields.date());
        add(all, "publication", fields.publication());
        add(all, "language", fields.language());
        return all;
    }

    private void add(List<View.Evidence> all, String field, @Nullable Stated<?> stated) {
        if (stated != null) {
            all.add(new View.Evidence(
                    messages.text("story." + field), stated.value().toString(), found(stated.evidence())));
        }
    }

    private View.Source source(String path, Content.@Nullable SourceNote note) {
        return new View.Source(
                path,
                note == null ? null : note.sha256().toString(),
                note == null || note.repeatedLines() == 0
                        ? null
                        : messages.count("story.repeats", note.repeatedLines()));
    }

    private View.@Nullable Printings printings(Content.Story story) {
        if (story.printingCount() < 2) {
            return null;
        }
        StringBuilder summary = new StringBuilder(messages.count("count.files", story.printingCount()));
        if (story.publicationCount() > 1) {
            summary.append(" · ").append(messages.count("count.publications", story.publicationCount()));
        }
        ArticleDate first = story.firstPrinted();
        ArticleDate last = story.lastPrinted();
        if (first != null && last != null && !first.equals(last)) {
            summary.append(" · ").append(messages.text("story.first-last", messages.date(first), messages.date(last)));
        }
        String headline = story.lead().headline();
        return new View.Printings(
                summary.toString(),
                story.printings().stream()
                        .map(printing -> printing(printing, headline))
                        .toList(),
                words.doors(story.printingParts()));
    }

    private View.Printing printing(Content.Printing printing, @Nullable String lead) {
        String headline = printing.headline();
        boolean version = printing.role() == Role.VERSION;
        return new View.Printing(
                printing.role() == Role.LEAD ? null : words.href(printing.path()),
                messages.text("role." + printing.role().id()),
                version,
                words.shortDay(printing.date()),
                printing.publication(),
                printing.article().toString(),
                headline == null || headline.equals(lead) ? null : headline,
                version ? likeness(printing) : null);
    }

    private String likeness(Content.Printing printing) {
        return messages.text("version.likeness", percent(printing.ofLead()), percent(printing.inLead()));
    }

    private static int percent(double share) {
        return (int) Math.round(share * 100);
    }

    View.Version version(Content.Version version, Article lead, Article other) {
        Content.Printing printing = version.printing();
        ArticleCard card = version.card();
        return new View.Version(
                words.steps(version.way()),
                words.row(version.story()),
                card.headline() == null ? firstWords(card) : card.headline(),
                card.kicker(),
                card.byline(),
                card.agency(),
                card.place(),
                words.foreign(card.language()),
                words.direction(card.language()),
                printing.publication(),
                words.day(printing.date()),
                source(printing.article().path(), version.source()),
                likeness(printing),
                bodies.difference(lead, other).html());
    }

    View.Copy copy(Content.Copy copy) {
        Content.Printing printing = copy.printing();
        return new View.Copy(
                words.row(copy.story()),
                printing.headline() == null ? copy.story().headline() : printing.headline(),
                printing.publication(),
                words.day(printing.date()),
                source(printing.article().path(), copy.source()));
    }
}
