package org.backfile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.backfile.article.ArticleDate;

/** Queries of every kind, each with what it means, made of words of randomly chosen documents. */
final class RandomQueries {
    /** A line for {@code queries.cjs}, and which documents it wants. */
    record Query(String line, Predicate<Oracle> wanted) {}

    /** The kinds of queries; a kind gives null where a document does not lend itself to it. */
    enum Kind {
        WORD {
            @Override
            Query of(Oracle document, Random random) {
                String word = word(document, random);
                return word == null ? null : plain(word, text -> text.hasWord(word));
            }
        },
        WORDS {
            @Override
            Query of(Oracle document, Random random) {
                String one = word(document, random);
                String other = word(document, random);
                return one == null
                        ? null
                        : plain(
                                one + " " + other.toUpperCase(Locale.ROOT),
                                text -> text.hasWord(one) && text.hasWord(other));
            }
        },
        PHRASE {
            @Override
            Query of(Oracle document, Random random) {
                List<List<String>> body =
                        document.body().stream().filter(text -> text.size() > 4).toList();
                if (body.isEmpty()) {
                    return null;
                }
                List<String> text = body.get(random.nextInt(body.size()));
                int from = random.nextInt(text.size() - 3);
                List<String> phrase = List.copyOf(text.subList(from, from + 2 + random.nextInt(2)));
                boolean simple = phrase.stream().allMatch(RandomQueries::isSimple);
                return simple ? plain('"' + String.join(" ", phrase) + '"', other -> other.hasPhrase(phrase)) : null;
            }
        },
        WITHOUT {
            @Override
            Query of(Oracle document, Random random) {
                String one = word(document, random);
                String other = word(document, random);
                return one == null || one.equals(other)
                        ? null
                        : plain("-" + other + " " + one, text -> text.hasWord(one) && !text.hasWord(other));
            }
        },
        PREFIX {
            @Override
            Query of(Oracle document, Random random) {
                String word = word(document, random);
                if (word == null || word.length() < 4) {
                    return null;
                }
                String prefix = word.substring(0, 3 + random.nextInt(word.length() - 3));
                return plain(prefix + "*", text -> text.hasPrefix(prefix));
            }
        },
        FIELD {
            @Override
            Query of(Oracle document, Random random) {
                String field = List.of("headline", "byline", "place", "section").get(random.nextInt(4));
                List<String> words = document.field(field).stream()
                        .flatMap(List::stream)
                        .filter(RandomQueries::isSimple)
                        .toList();
                if (words.isEmpty()) {
                    return null;
                }
                String word = words.get(random.nextInt(words.size()));
                return plain(field + ":" + word, text -> text.hasWord(field, word));
            }
        },
        JOINED {
            @Override
            Query of(Oracle document, Random random) {
                List<String> joined = document.joined().stream()
                        .filter(RandomQueries::isSimple)
                        .sorted()
                        .toList();
                if (joined.isEmpty()) {
                    return null;
                }
                String word = joined.get(random.nextInt(joined.size()));
                return plain(word, text -> text.hasWord(word));
            }
        },
        CHARACTERS {
            @Override
            Query of(Oracle document, Random random) {
                String[] runs = document.runs().split("\n", -1);
                String run = runs[random.nextInt(runs.length)];
                if (run.isEmpty()) {
                    return null;
                }
                int from = random.nextInt(run.length());
                String part = run.substring(from, Math.min(run.length(), from + 1 + random.nextInt(4)));
                return plain(part, text -> text.hasCharacters(part));
            }
        },
        DATES {
            @Override
            Query of(Oracle document, Random random) {
                String word = word(document, random);
                ArticleDate date = document.document().date();
                if (word == null || date == null) {
                    return null;
                }
                String from = date.iso();
                String to = random.nextBoolean()
                        ? String.format(Locale.ROOT, "%04d", date.year() + random.nextInt(3))
                        : from;
                return new Query(
                        word + "\t" + from + "\t" + to + "\t\t",
                        text -> text.hasWord(word) && isWithin(text.document().date(), from, to));
            }
        },
        SECTION {
            @Override
            Query of(Oracle document, Random random) {
                String word = word(document, random);
                String section = document.document().section();
                return word == null || section == null
                        ? null
                        : new Query(
                                word + "\t\t\t" + section + "\t",
                                text -> text.hasWord(word)
                                        && section.equals(text.document().section()));
            }
        };

        abstract Query of(Oracle document, Random random);
    }

    private RandomQueries() {}

    /** So many queries of a kind, or fewer where the documents do not lend themselves to it. */
    static List<Query> of(Kind kind, int count, int documents, IntFunction<Oracle> document) {
        Random random = new Random(kind.ordinal() + 1);
        List<Query> queries = new ArrayList<>();
        for (int tries = 0; queries.size() < count && tries < 5 * count; tries++) {
            Query query = kind.of(document.apply(random.nextInt(documents)), random);
            if (query != null) {
                queries.add(query);
            }
        }
        return queries;
    }

    private static Query plain(String query, Predicate<Oracle> wanted) {
        return new Query(query + "\t\t\t\t", wanted);
    }

    private static String word(Oracle document, Random random) {
        List<String> words = document.words().stream()
                .filter(RandomQueries::isSimple)
                .sorted()
                .toList();
        return words.isEmpty() ? null : words.get(random.nextInt(words.size()));
    }

    private static boolean isSimple(String word) {
        return word.matches("[a-zĉĝĥĵŝŭ0-9]+");
    }

    /** The first day of a date lies between the first day of one ISO date and the last of another. */
    private static boolean isWithin(ArticleDate date, String from, String to) {
        return date != null
                && first(date.iso()).compareTo(first(from)) >= 0
                && first(date.iso()).compareTo(to + "~") < 0;
    }

    private static String first(String iso) {
        return iso + "-01-01".substring(Math.min(6, iso.length() - 4));
    }
}
