package org.backfile.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import org.backfile.article.ArticleDate;
import org.backfile.article.Rule;
import org.backfile.source.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    static @Nullable String builtIn(String name) {
        try (InputStream file = MessagesTest.class.getResourceAsStream("/org/backfile/theme/" + name)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Messages messages(String language) {
        return Messages.of(language, name -> null, MessagesTest::builtIn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 30 December 2014 | December 2014 | 2014 | Tuesday, 30 December 2014 | 30 December",
                "de | 30. Dezember 2014 | Dezember 2014 | 2014 | Dienstag, 30. Dezember 2014 | 30. Dezember",
                "fr | 30 décembre 2014 | décembre 2014 | 2014 | mardi 30 décembre 2014 | 30 décembre",
                "es | 30 de diciembre de 2014 | diciembre de 2014 | 2014 | martes, 30 de diciembre de 2014 | 30 de diciembre",
                "ar | 30 ديسمبر 2014 | ديسمبر 2014 | 2014 | الثلاثاء، 30 ديسمبر 2014 | 30 ديسمبر",
                "ja | 2014年12月30日 | 2014年12月 | 2014年 | 2014年12月30日 火曜日 | 12月30日"
            })
    void datesAreWrittenAsFarAsTheyAreKnown(
            String language, String day, String month, String year, String withWeekday, String anyYear) {
        Messages messages = messages(language);
        assertThat(messages.date(new ArticleDate(2014, 12, 30))).isEqualTo(day);
        assertThat(messages.date(new ArticleDate(2014, 12, 0))).isEqualTo(month);
        assertThat(messages.date(new ArticleDate(2014, 0, 0))).isEqualTo(year);
        assertThat(messages.longDate(new ArticleDate(2014, 12, 30))).isEqualTo(withWeekday);
        assertThat(messages.longDate(new ArticleDate(2014, 12, 0))).isEqualTo(month);
        assertThat(messages.monthDay(12, 30)).isEqualTo(anyYear);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void eachRuleThatEvidenceMayNameHasWords(Rule rule) {
        assertThat(messages("en").text("rule." + rule.id())).isNotBlank();
    }

    @Test
    void shortDatesKeepTheYear() {
        assertThat(messages("en").shortDate(new ArticleDate(1987, 3, 5))).isEqualTo("5 Mar 1987");
        assertThat(messages("ja").shortDate(new ArticleDate(1987, 3, 5))).isEqualTo("1987/3/5");
        assertThat(messages("en").shortDate(new ArticleDate(1987, 0, 0))).isEqualTo("1987");
    }

    @Test
    void theFirstOfAMonthIsAnOrdinalInFrench() {
        assertThat(messages("fr").date(new ArticleDate(1998, 5, 1))).isEqualTo("1er mai 1998");
        assertThat(messages("fr").longDate(new ArticleDate(1998, 5, 1))).isEqualTo("vendredi 1er mai 1998");
        assertThat(messages("fr").shortDate(new ArticleDate(1998, 6, 1))).isEqualTo("1er juin 1998");
        assertThat(messages("fr").monthDay(5, 1)).isEqualTo("1er mai");
        assertThat(messages("fr").monthDay(5, 11)).isEqualTo("11 mai");
        assertThat(messages("en").date(new ArticleDate(1998, 5, 1))).isEqualTo("1 May 1998");
        assertThat(messages("en").monthDay(2, 29)).isEqualTo("29 February");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 0, 0 words",
        "en, 1, 1 word",
        "en, 1234, '1,234 words'",
        "de, 1234567, 1.234.567 Wörter",
        "fr, 0, 0 mot",
        "fr, 1, 1 mot",
        "fr, 2000, 2\u202F000 mots",
        "fr, 1000000, 1\u202F000\u202F000 de mots",
        "es, 1234, 1234 palabras",
        "es, 12345, 12.345 palabras",
        "es, 2000000, 2.000.000 de palabras",
        "es, 0, 0 palabras",
        "ja, 1, 1語",
        "ar, 0, لا كلمات",
        "ar, 1, كلمة واحدة",
        "ar, 2, كلمتان",
        "ar, 3, 3 كلمات",
        "ar, 11, 11 كلمة",
        "ar, 100, 100 كلمة",
        "ar, 103, 103 كلمات"
    })
    void numbersAreGroupedAndTakeTheFormOfTheLanguage(String language, long n, String shown) {
        assertThat(messages(language).count("count.words", n)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "1, one",
        "2, two",
        "3, few",
        "10, few",
        "11, many",
        "99, many",
        "100, other",
        "102, other",
        "103, few",
        "111, many"
    })
    void arabicHasSixForms(long n, String form) {
        assertThat(PluralRule.of("ar").form(n)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "ar", "ja"})
    void theBuiltInTranslationsAreComplete(String language) throws IOException {
        assertThat(messages(language).warnings()).isEmpty();
        Properties english = read("en");
        Properties translated = read(language);
        for (String key : new TreeSet<>(translated.stringPropertyNames())) {
            String base = english.getProperty(
                    key, english.getProperty(key.replaceAll("\\.(zero|two|few|many)$", ".other"), ""));
            if (!key.startsWith("date.") && !key.startsWith("count.")) {
                assertThat(placeholders(translated.getProperty(key))).as(key).isEqualTo(placeholders(base));
            }
        }
    }

    private static Properties read(String language) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(String.valueOf(builtIn("messages/" + language + ".properties"))));
        return properties;
    }

    private static List<String> placeholders(String pattern) {
        return java.util.regex.Pattern.compile("\\{[0-9]}")
                .matcher(pattern)
                .results()
                .map(r -> r.group())
                .sorted()
                .toList();
    }

    @Test
    void everyKindOfProblemHasAName() {
        for (ProblemKind kind : ProblemKind.values()) {
            String id = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            assertThat(messages("en").has("problem." + id)).as(id).isTrue();
        }
    }

    @Test
    void argumentsArePutInOnceAndNotLookedInto() {
        Messages messages = Messages.of(
                "en", Map.of("messages/en.properties", "x={0} of {1}, {2} and {y} {")::get, MessagesTest::builtIn);
        assertThat(messages.text("x", "{1}", 12345)).isEqualTo("{1} of 12,345, {2} and {y} {");
    }

    @Test
    void aMissingMessageIsEnglishAndTold() {
        Messages messages = Messages.of(
                "eo",
                Map.of("messages/eo.properties", "nav.front=Ĉefpaĝo\ncount.words.other={n} vortoj")::get,
                MessagesTest::builtIn);
        assertThat(messages.text("nav.front")).isEqualTo("Ĉefpaĝo");
        assertThat(messages.count("count.words", 1)).isEqualTo("1 vortoj");
        assertThat(messages.text("nav.search")).isEqualTo("Search");
        assertThat(messages.count("count.publications", 1)).isEqualTo("1 publication");
        assertThat(messages.warnings()).hasSize(1);
        assertThat(messages.warnings().get(0))
                .startsWith("messages/eo.properties lacks ")
                .contains("messages, shown in English: ", "nav.search", "count.publications.one")
                .doesNotContain("count.words", "nav.front,");
    }

    @Test
    void aLanguageWithoutMessagesIsEnglishAndTold() {
        Messages messages = messages("tlh");
        assertThat(messages.text("nav.search")).isEqualTo("Search");
        assertThat(messages.warnings())
                .containsExactly("there are no messages in the language \"tlh\": the interface is in English –"
                        + " translate messages/en.properties into templates/messages/tlh.properties");
        assertThat(messages.language()).isEqualTo("en");
    }

    @Test
    void anArchivesOwnWordsStandAboveTheBuiltInOnes() {
        Function<String, @Nullable String> theme = Map.of(
                        "messages/de.properties",
                        "\uFEFFnav.front=Seite eins",
                        "messages/de-at.properties",
                        "month.1=Jänner")::get;
        Messages messages = Messages.of("de-AT", theme, MessagesTest::builtIn);
        assertThat(messages.text("nav.front")).isEqualTo("Seite eins");
        assertThat(messages.date(new ArticleDate(1990, 1, 2))).isEqualTo("2. Jänner 1990");
        assertThat(messages.text("nav.search")).isEqualTo("Suche");
        assertThat(messages.warnings()).isEmpty();
    }

    @Test
    void aFileWithABrokenEscapeIsLeftOutAndTold() {
        Messages messages =
                Messages.of("de", Map.of("messages/de.properties", "nav.front=\\u12")::get, MessagesTest::builtIn);
        assertThat(messages.text("nav.front")).isEqualTo("Titelseite");
        assertThat(messages.warnings()).singleElement().asString().contains("messages/de.properties is left out");
    }

    @Test
    void aMessageThatNobodyHasIsAMistakeInTheTemplate() {
        assertThatThrownBy(() -> messages("en").text("nav.nowhere")).hasMessageContaining("no message \"nav.nowhere\"");
        assertThatThrownBy(() -> messages("en").count("nav.nowhere", 2)).hasMessageContaining("nav.nowhere.other");
    }

    @ParameterizedTest
    @CsvSource({
        "ar, rtl",
        "he-IL, rtl",
        "en, ltr",
        "az-Arab, rtl",
        "az, ltr",
        "ku-Latn-TR, ltr",
        "fa_IR, rtl",
        "es-419, ltr",
        "ja, ltr",
        "'', ltr"
    })
    void directionFollowsTheLanguageAndItsScript(String tag, String direction) {
        assertThat(Messages.direction(tag)).isEqualTo(direction);
    }

    @Test
    void weeksBeginWhereTheLanguagesCalendarsBeginThem() {
        assertThat(messages("de").firstWeekday()).isEqualTo(1);
        assertThat(messages("ar").firstWeekday()).isEqualTo(6);
        assertThat(messages("ja").shortWeekday(7)).isEqualTo("日");
    }
}
