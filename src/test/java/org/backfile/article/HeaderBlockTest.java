package org.backfile.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.backfile.source.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderBlockTest {
    @Test
    void aBlockAboveTheText() {
        assertThat(read("""
                        Title: Storm closes harbour
                        By: Ada Quill
                        Published: 30 December 2014
                        Keywords: storm, harbour
                        Section: Local
                        Source: The Lantern

                        The storm came: at night.
                        """)).isEqualTo("""
                        headline=Storm closes harbour @1:7-27
                        section=Local @5:9-14
                        byline=Ada Quill @2:4-13
                        date=2014-12-30 @3:11-27
                        publication=The Lantern @6:8-19
                        front-matter front-matter front-matter front-matter front-matter front-matter\s
                        """);
    }

    @Test
    void aHeadlineMayStandAboveTheBlock() {
        assertThat(read("Storm closes harbour\n\nBy: Ada Quill\nDate: 2014-12-30\n\nBody.\n"))
                .isEqualTo("byline=Ada Quill @3:4-13\ndate=2014-12-30 @4:6-16\n? ? front-matter front-matter \n");
    }

    @Test
    void whatOnlyMailsHaveIsPartOfTheBlockAndAnAddressIsNoName() {
        assertThat(read("""
                        From: "Quill, Ada" <ada@lantern.example>
                        Subject: Storm closes harbour
                        Date: Tue, 30 Dec 2014 08:15:00 +0100
                        Message-ID: <1@lantern.example>

                        The storm came.
                        """))
                .contains("byline=Quill, Ada @1")
                .endsWith("front-matter front-matter front-matter front-matter \n");
        assertThat(read("From: ada@lantern.example\nSubject: Storm\nDate: 2014-12-30\n\nIt came.\n"))
                .contains("headline=Storm")
                .doesNotContain("byline");
    }

    @Test
    void mailsMayHaveMoreHeadersThanAnArticleHasFields() {
        assertThat(read("""
                        From ada@lantern.example Tue Dec 30 08:15:00 2014
                        Return-Path: <ada@lantern.example>
                        Received: from mail.lantern.example (mail.lantern.example [192.0.2.7])
                        \tby list.lantern.example with SMTP id AA1;
                        \tTue, 30 Dec 2014 08:15:00 +0100
                        From: Ada Quill <ada@lantern.example>
                        Date: Tue, 30 Dec 2014 08:15:00 +0100
                        Subject: Storm closes harbour
                        To: list@lantern.example
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=us-ascii
                        Content-Transfer-Encoding: 7bit

                        The storm came.
                        """))
                .contains("headline=Storm closes harbour @8", "byline=Ada Quill @6", "date=2014-12-30 @7")
                .endsWith("front-matter ".repeat(12) + "\n");
    }

    @Test
    void aMailThatWentThroughManyHandsIsReadToItsSubject() {
        String handed = "Received: from a.example\n" + "\tby way of b.example: 08:15:00\n".repeat(8);

        assertThat(read(handed.repeat(9)
                        + "From: Ada Quill <ada@lantern.example>\nSubject: Storm closes\n\tthe harbour: at last\n"
                        + "Date: Tue, 30 Dec 2014 08:15:00 +0100\n\nThe storm came.\n"))
                .contains("headline=Storm closes the harbour: at last", "byline=Ada Quill", "date=2014-12-30");
    }

    @Test
    void whatIsFoldedBelowAFieldOfNoMailEndsAtAColon() {
        assertThat(read("X-rays: they are late\n\nTitle: Storm\n\tthe mayor: no\nDate: 2014-12-30\n\nIt came.\n"))
                .doesNotContain("headline=Storm the mayor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Titel: Sturm / Von: Ada Quill / Datum: 30. Dezember 2014",
                "Titre : Tempête / Par : Ada Quill / Publié : 30 décembre 2014",
                "Título: Tormenta / Por: Ada Quill / Fecha: 30 de diciembre de 2014",
                "Titolo: Tempesta / Di: Ada Quill / Data: 30 dicembre 2014",
                "Kop: Storm / Door: Ada Quill / Datum: 30 december 2014",
                "Tytuł: Burza / Autor: Ada Quill / Data publikacji: 30 grudnia 2014",
                "Rubrik: Storm / Av: Ada Quill / Publicerad: 30 december 2014",
                "Titre : Tempête / Par : Ada Quill / Date de publication : 30 décembre 2014",
                "Título: Tempestade / Autor: Ada Quill / Publicado em: 30 de dezembro de 2014",
                "Tittel: Storm / Av: Ada Quill / Dato: 30. desember 2014",
                "Τίτλος: Καταιγίδα / Συντάκτης: Ada Quill / Ημερομηνία: 30 Δεκεμβρίου 2014",
                "כותרת: סערה / מאת: Ada Quill / תאריך: 30 בדצמבר 2014",
                "Заголовок: Буря / Автор: Ada Quill / Дата публікації: 30 грудня 2014",
                "Заглавие: Буря / Автор: Ada Quill / Публикувано: 30 декември 2014",
                "タイトル：嵐 / 著者：Ada Quill / 日付：2014年12月30日",
                "Заголовок: Буря / Автор: Ada Quill / Дата: 30 декабря 2014"
            })
    void theNamesAreKnownInTheMainLanguages(String block) {
        assertThat(read(block.replace(" / ", "\n") + "\n\nText.\n")).contains("byline=Ada Quill", "date=2014-12-30");
    }

    @Test
    void oneLineWithADateIsEnough() {
        assertThat(read("Date: 2014-12-30\nStorm closes harbour\nBody.\n"))
                .isEqualTo("date=2014-12-30 @1:6-16\nfront-matter \n");
    }

    @Test
    void oneTitleIsBelievedAboveABlankLine() {
        assertThat(read("Headline: Storm\n\nBody.\n")).startsWith("headline=Storm");
        assertThat(head("Headline: Storm\nBody.\n")).isEmpty();
    }

    @Test
    void aLongValueMayGoOnIndented() {
        assertThat(read("Title: Storm closes\n  the harbour\nBy: Ada Quill\n\nBody.\n"))
                .startsWith("headline=Storm closes the harbour @1:7-2:13");
    }

    @Test
    void boldNamesOfMarkdownCount() {
        assertThat(read("**Date:** 2014-12-30\n**Author:** Ada Quill\n\nText\n"))
                .contains("byline=Ada Quill", "date=2014-12-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storm closes harbour\nThe mayor said: wait.\nBy noon: nothing.\n",
                "Q: Who came?\nA: Nobody.\nQ: Why?\n",
                "Update: the storm is over\n\nText.\n",
                "Title fight: Quill beats Brandt\n\nText.\n",
                "http://example.org/date: x\n\nText.\n",
                "Subject to change: all dates\n\nText.\n",
                "By: the time the ferry came into the harbour everybody had already gone home\n\nText.\n",
                "Date: unknown\n\nText.\n",
                "One\nTwo\nThree\nFour\nDate: 2014-12-30\n",
                "Location: Oldhaven\n\nText.\n",
                ""
            })
    void sentencesWithAColonAreNoHeaders(String text) {
        assertThat(head(text)).isEmpty();
    }

    @Test
    void aDateThatIsNotUnderstoodIsToldWhereItMustBeOne() {
        assertThat(read("Title: Storm\nDate: 3/4/14\n\nText.\n")).contains("2:6 the date \"3/4/14\" has no century");
    }

    @Test
    void onlyTheTopOfAFileIsLookedAt() {
        assertThat(head("x: y\n".repeat(100_000))).isEmpty();
        assertThat(head("Title:" + "x".repeat(1 << 20))).isEmpty();
    }

    private static Optional<WrittenHead> head(String text) {
        Lines lines = new Lines(text);
        return HeaderBlock.read(lines, 1, lines.count(), "a.txt", DateOrder.UNKNOWN);
    }

    private static String read(String text) {
        return Shown.head(head(text).orElseThrow());
    }
}
