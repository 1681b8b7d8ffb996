package org.backfile.render;

import java.util.List;
import org.backfile.article.Article;
import org.backfile.article.ArticleCard;
import org.backfile.article.ArticleDate;
import org.backfile.article.ArticleId;
import org.backfile.article.Evidence;
import org.backfile.article.Fields;
import org.backfile.article.FileAccount;
import org.backfile.article.Span;
import org.backfile.article.Stated;
import org.backfile.page.SitePath;
import org.backfile.story.Stories;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the {@code .jsonl} files: an object an article, a file, a story, with the line end. For each kind there is
 * a bound of its length that costs less than the line. Stateless.
 */
final class DataRecords {
    /** What stands in a line beside its values: names, quotes, numbers. */
    private static final int FRAME = 500;

    /** The evidence of a field. */
    private static final int MOST_EVIDENCE = 220;

    private static final int MOST_SPAN = 110;

    /** The sign and the number that follow the path in an id. */
    private static final int MOST_NUMBER = 11;

    private static final int MOST_MEMBER = 110;

    /** How many bytes an address takes in a record at most. */
    static int mostBytes(SitePath address) {
        return Math.toIntExact(JsonRecord.mostBytes(address.value()));
    }

    /** How many bytes an article's id takes in a record at most. */
    static int mostBytes(ArticleId id) {
        return Math.toIntExact(JsonRecord.mostBytes(id.path()) + MOST_NUMBER);
    }

    /** How many bytes the line of an article has at most, but for its ids and its address. */
    static long mostBytes(ArticleCard card) {
        long bytes = FRAME;
        String[] fields = {
            card.headline(),
            card.kicker(),
            card.masthead(),
            card.byline(),
            card.agency(),
            card.place(),
            card.section(),
            card.publication(),
            card.language()
        };
        for (String field : fields) {
            bytes += field == null ? 0 : MOST_EVIDENCE + JsonRecord.mostBytes(field);
        }
        return bytes + (card.date() == null ? 0 : MOST_EVIDENCE);
    }

    /** @param pages the bytes of the addresses of the file's articles */
    static long mostBytes(DataFiles.Outline source, long pages) {
        return FRAME + JsonRecord.mostBytes(source.path()) + pages + (long) MOST_SPAN * source.spans();
    }

    /** How many bytes the line of a story has at most, but for its ids and its address. */
    static long mostBytes(Stories.Story story, ArticleCard lead) {
        return FRAME
                + JsonRecord.mostBytes(lead.headline())
                + (long) MOST_MEMBER * story.members().size();
    }

    byte[] article(Article article, SitePath address, Stories.Story story, Stories.Role role) {
        Fields fields = article.fields();
        ArticleDate date = Fields.value(fields.date());
        return JsonRecord.line(json -> json.field("path", article.id().path())
                .field("article", article.id().number())
                .field("story", story.id().toString())
                .field("role", role.id())
                .field("url", address.value())
                .field("headline", Fields.value(fields.headline()))
                .field("kicker", Fields.value(fields.kicker()))
                .field("masthead", Fields.value(fields.masthead()))
                .field("byline", Fields.value(fields.byline()))
                .field("agency", Fields.value(fields.agency()))
                .field("place", Fields.value(fields.place()))
                .field("date", date == null ? null : date.iso())
                .field("date_precision", precision(date))
                .field("section", Fields.value(fields.section()))
                .field("publication", Fields.value(fields.publication()))
                .field("language", Fields.value(fields.language()))
                .field("words", article.words())
                .field("body_sha1", article.bodySha1())
                .object("evidence", evidence -> evidence(fields, evidence)));
    }

    static String precision(@Nullable ArticleDate date) {
        return date == null
                ? "none"
                : switch (date.precision()) {
                    case DAY -> "day";
                    case MONTH -> "month";
                    case YEAR -> "year";
                };
    }

    private static void evidence(Fields fields, JsonRecord json) {
        evidence("headline", fields.headline(), json);
        evidence("kicker", fields.kicker(), json);
        evidence("masthead", fields.masthead(), json);
        evidence("byline", fields.byline(), json);
        evidence("agency", fields.agency(), json);
        evidence("place", fields.place(), json);
        evidence("date", fields.date(), json);
        evidence("section", fields.section(), json);
        evidence("publication", fields.publication(), json);
        evidence("language", fields.language(), json);
    }

    private static void evidence(String field, @Nullable Stated<?> stated, JsonRecord json) {
        if (stated == null) {
            return;
        }
        Evidence evidence = stated.evidence();
        Evidence.Place place = evidence.place();
        json.object(field, object -> {
            if (place != null) {
                object.numbers("lines", place.fromLine(), place.toLine())
                        .numbers("columns", place.fromColumn(), place.toColumn());
            }
            object.field("rule", evidence.rule().id()).field("confidence", confidence(evidence));
        });
    }

    private static String confidence(Evidence evidence) {
        return switch (evidence.confidence()) {
            case WRITTEN -> "written";
            case INFERRED -> "inferred";
            case GUESSED -> "guessed";
        };
    }

    /** @param pages the addresses of the file's articles that have one */
    byte[] file(FileAccount account, List<String> pages) {
        return JsonRecord.line(json -> json.field("path", account.path())
                .field("lines", account.lines())
                .strings("pages", pages)
                .array("spans", spans -> account.spans().forEach(span -> spans.element(object -> span(span, object)))));
    }

    private static void span(Span span, JsonRecord json) {
        json.field("from", span.from())
                .field("to", span.to())
                .field("role", span.role().id());
        if (span.article() > 0) {
            json.field("article", span.article());
        }
        if (span.of() > 0) {
            json.field("of", span.of());
        }
    }

    byte[] story(Stories.Story story, ArticleCard lead, SitePath address, @Nullable ArticleDate date) {
        return JsonRecord.line(json -> json.field("id", story.id().toString())
                .field("url", address.value())
                .field("headline", lead.headline())
                .field("date", date == null ? null : date.iso())
                .field("date_precision", precision(date))
                .array(
                        "articles",
                        articles -> story.members()
                                .forEach(member -> articles.element(object -> object.field(
                                                "path", member.article().path())
                                        .field("article", member.article().number())
                                        .field("role", member.role().id())
                                        .share("of_lead", member.ofLead())
                                        .share("in_lead", member.inLead())))));
    }
}
