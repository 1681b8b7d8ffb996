package org.backfile.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
    private static final String FRENCH = "Élysée: “naïve” façade – £5 café\nLe ministre a parlé.\n";

    @Test
    void utf8IsReadWithoutAWord() {
        SourceFile file = read(FRENCH.getBytes(StandardCharsets.UTF_8));

        assertThat(file.lines().text()).isEqualTo(FRENCH);
        assertThat(file.charset()).isEqualTo("UTF-8");
        assertThat(file.problems()).isEmpty();
        assertThat(file.charsetFacts()).isNull();
        assertThat(file.bytes()).isEqualTo(67);
    }

    @Test
    void theHashIsThatOfTheBytes() {
        assertThat(read(new byte[0]).sha256().toString())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void anEmptyFileHasNoLinesAndNoProblem() {
        SourceFile file = read(new byte[0]);
        assertThat(file.lines().count()).isZero();
        assertThat(file.problems()).isEmpty();
        assertThat(file.readable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkDecides(String charset) {
        SourceFile file = read(("\uFEFF" + FRENCH).getBytes(Charset.forName(charset)));

        assertThat(file.lines().text()).isEqualTo(FRENCH);
        assertThat(file.charset()).isEqualTo(charset);
    }

    @Test
    void aMarkWrittenTwiceIsTakenAwayTwice() {
        assertThat(read(("\uFEFF\uFEFF" + FRENCH).getBytes(StandardCharsets.UTF_8))
                        .lines()
                        .text())
                .isEqualTo(FRENCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsToldWithoutAMark(String charset) {
        assertThat(read(FRENCH.getBytes(Charset.forName(charset))).lines().text())
                .isEqualTo(FRENCH);
        assertThat(read("北京 — 总理\n发表讲话。\n".getBytes(Charset.forName(charset))).charset())
                .isEqualTo(charset);
    }

    @Test
    void aStrayZeroByteDoesNotMakeATextUtf16() {
        assertThat(read("A headline\0 and a body.\n\n".getBytes(StandardCharsets.US_ASCII))
                        .charset())
                .isEqualTo("UTF-8");
    }

    @Test
    void anOddByteAtTheEndOfUtf16IsShownAndTold() {
        byte[] cut = java.util.Arrays.copyOf("\uFEFFab".getBytes(StandardCharsets.UTF_16LE), 5);

        SourceFile file = read(cut);
        assertThat(file.lines().text()).isEqualTo("a\uFFFD");
        assertThat(file.problems()).extracting(Problem::column).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Le ministre a déclaré mardi que l’accord était signé",
        "windows-1252, CAFÉ DE LA PLACE",
        "windows-1252, “The boat’s hire is £40”",
        "windows-1252, Der Präsident hat das Gesetz für größere Städte",
        "windows-1252, Ísland er þjóð með sögu í Þórshöfn",
        "windows-1250, Prezydent podpisał ustawę o źródłach wody w mieście",
        "windows-1250, Příští týden vláda schválí zákon",
        "ISO-8859-2, Prezydent podpisał ustawę o źródłach wody w mieście",
        "windows-1251, Президент подписал закон о налогах",
        "windows-1251, ПРЕЗИДЕНТ ПОДПИСАЛ ЗАКОН О НАЛОГАХ",
        "KOI8-R, Президент подписал закон о налогах",
        "KOI8-R, ПРЕЗИДЕНТ ПОДПИСАЛ ЗАКОН О НАЛОГАХ",
        "IBM866, Президент подписал закон о налогах",
        "windows-1253, Η κυβέρνηση ενέκρινε την Τρίτη το νομοσχέδιο",
        "windows-1254, Hükümet salı günü vergi yasasını onayladı",
        "windows-1255, הממשלה אישרה ביום שלישי את חוק המסים",
        "windows-1256, وافقت الحكومة يوم الثلاثاء على قانون الضرائب",
        "windows-1257, Valdība otrdien apstiprināja nodokļu likumu",
        "ISO-8859-3, La registaro aprobis la leĝon ĵaŭde kaj ĉiuj aŭdis",
        "windows-31j, 市は海岸で訓練を行った。",
        "EUC-JP, 市は海岸で訓練を行った。",
        "GB18030, 北京市今天举行会议，讨论经济发展问题",
        "Big5, 台北市今天舉行會議，討論經濟發展問題",
        "x-windows-949, 정부는 화요일 세법을 승인했다.",
        "ISO-2022-JP, 市は海岸で訓練を行った。"
    })
    void aLineIsEnoughToTellTheCharset(String charset, String text) {
        SourceFile file = read(text.getBytes(Charset.forName(charset)));

        assertThat(file.lines().text()).isEqualTo(text);
        assertThat(file.charset()).isEqualTo(charset);
    }

    @Test
    void aGuessedCharsetIsTold() {
        SourceFile file = read("Le café est fermé".getBytes(Charset.forName("windows-1252")));

        assertThat(file.problems())
                .extracting(Problem::toString)
                .containsExactly("a.txt: the file is not UTF-8; read as windows-1252 – name the folder's charset"
                        + " under \"folders\" in backfile.yaml if this is wrong");
        assertThat(file.charsetFacts()).isNotNull();
    }

    @Test
    void windows1252LinesInsideUtf8AreDecodedLineByLine() {
        byte[] mixed = join(
                "Élysée: “naïve” façade\r\n".getBytes(StandardCharsets.UTF_8),
                "Le café est fermé\n".getBytes(Charset.forName("windows-1252")));

        SourceFile file = read(mixed);
        assertThat(file.lines().text()).isEqualTo("Élysée: “naïve” façade\r\nLe café est fermé\n");
        assertThat(file.charset()).isEqualTo("UTF-8");
        assertThat(file.problems())
                .extracting(Problem::line, Problem::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, "one line is not UTF-8; read as windows-1252"));
    }

    @Test
    void aCutOffLetterIsShownWithItsPlace() {
        byte[] cut = join("Élysée\nfermé".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xE2, (byte) 0x80});

        SourceFile file = read(cut);
        assertThat(file.lines().get(2)).isEqualTo("fermé\uFFFD");
        assertThat(file.problems())
                .extracting(Problem::toString)
                .containsExactly("a.txt:2:6: one place shown as U+FFFD: no UTF-8 – name the folder's charset"
                        + " under \"folders\" in backfile.yaml");
    }

    @Test
    void manyBadLinesAreToldOnceEachAndThenCounted() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            bytes.writeBytes(new byte[] {(byte) 0xC3, (byte) 0xA9, (byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'});
        }

        SourceFile file = read(bytes.toByteArray());
        assertThat(file.problems()).hasSize(11);
        assertThat(file.problems().get(0).message()).isEqualTo("bytes that mean nothing in 20 more lines");
    }

    @Test
    void aZeroByteInATextIsShownAndTold() {
        SourceFile file = read("A headline\0 with a zero\nand a body.".getBytes(StandardCharsets.US_ASCII));

        assertThat(file.lines().get(1)).isEqualTo("A headline\uFFFD with a zero");
        assertThat(file.problems()).extracting(Problem::column).containsExactly(11);
    }

    @Test
    void aReplacementCharacterThatWasWrittenIsNoProblem() {
        assertThat(read("lost \uFFFD before".getBytes(StandardCharsets.UTF_8)).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%PDF-1.4\u0000\u0001\u00e2\u00e3", "\u0089PNG\r\n\u001a\n\u0000\u0000", "PK\u0003\u0004\u0000é"
            })
    void bytesThatAreNoTextAreSaidToBeUnreadable(String bytes) {
        SourceFile file = read(bytes.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(file.readable()).isFalse();
        assertThat(file.problems()).extracting(Problem::kind).containsExactly(ProblemKind.UNREADABLE_FILE);
    }

    @Test
    void theLinesOfUnreadableBytesStillCount() {
        byte[] bytes = new byte[1000];
        bytes[100] = '\n';
        bytes[200] = '\r';
        bytes[201] = '\n';

        SourceFile file = read(bytes);
        assertThat(file.readable()).isFalse();
        assertThat(file.lines().count()).isEqualTo(3);
    }

    @Test
    void aDeclaredCharsetIsObeyedBelowItsFolder() {
        SourceReader reader = new SourceReader(new SourceSettings(new TreeMap<>(Map.of(
                "mac/old/", SourceSettings.charsetNamed("MacRoman").orElseThrow(),
                "mac/dump.zip", SourceSettings.charsetNamed("koi8-r").orElseThrow()))));
        byte[] mac = FRENCH.getBytes(Charset.forName("x-MacRoman"));
        byte[] koi = "закон".getBytes(Charset.forName("KOI8-R"));

        assertThat(reader.decode("mac/old/deep/a.txt", mac, FolderCharsets.NONE)
                        .lines()
                        .text())
                .isEqualTo(FRENCH);
        assertThat(reader.decode("mac/dump.zip!/x/a.txt", koi, FolderCharsets.NONE)
                        .lines()
                        .text())
                .isEqualTo("закон");
        assertThat(reader.decode("mac/a.txt", mac, FolderCharsets.NONE).lines().text())
                .isNotEqualTo(FRENCH);
    }

    @Test
    void charsetsAreNamedAsPeopleNameThem() {
        assertThat(SourceSettings.charsetNamed("Shift_JIS")).contains(Charset.forName("windows-31j"));
        assertThat(SourceSettings.charsetNamed("us-ascii")).contains(StandardCharsets.UTF_8);
        assertThat(SourceSettings.charsetNamed("no such")).isEmpty();
        assertThat(SourceSettings.charsetNamed("martian")).isEmpty();
    }

    @Test
    void theCharsetNamedInAnHtmlHeadCounts() {
        String page = "<html><head><meta charset=\"windows-1253\"></head><p>άä</p>";
        SourceReader reader = new SourceReader(SourceSettings.NONE);
        byte[] bytes =
                "<html><head><meta charset=\"windows-1253\"></head><p>ά</p>".getBytes(Charset.forName("windows-1253"));

        assertThat(reader.decode("a.html", bytes, FolderCharsets.NONE).charset())
                .isEqualTo("windows-1253");
        assertThat(reader.decode("a.html", page.getBytes(Charset.forName("windows-1252")), FolderCharsets.NONE)
                        .charset())
                .isNotEqualTo("UTF-8");
    }

    @Test
    void aFolderDecidesForFilesTooShortToTell() {
        SourceReader reader = new SourceReader(SourceSettings.NONE);
        Charset czech = Charset.forName("windows-1250");
        byte[] brief = "moře".getBytes(czech);
        assertThat(reader.decode("cs/brief.txt", brief, FolderCharsets.NONE)
                        .lines()
                        .text())
                .isEqualTo("moøe");

        Map<String, CharsetFacts> facts = new TreeMap<>();
        facts.put("cs/brief.txt", facts(reader.decode("cs/brief.txt", brief, FolderCharsets.NONE)));
        for (String text : List.of("Příští týden", "Město u řeky", "Žáci četli ve škole")) {
            facts.put("cs/" + text, facts(reader.decode("cs/" + text, text.getBytes(czech), FolderCharsets.NONE)));
        }
        FolderCharsets folders = FolderCharsets.sum(facts);

        assertThat(folders.charsetFor("elsewhere/brief.txt", facts.get("cs/brief.txt")))
                .isEqualTo(FolderCharsets.NONE.charsetFor("cs/brief.txt", facts.get("cs/brief.txt")))
                .isNotEqualTo("windows-1250");
        assertThat(folders.charsetFor("cs/brief.txt", facts.get("cs/brief.txt")))
                .isEqualTo("windows-1250");
        assertThat(reader.decode("cs/brief.txt", brief, folders).lines().text()).isEqualTo("moře");
    }

    @Test
    void aFolderDoesNotOverruleAFileThatIsClear() {
        SourceReader reader = new SourceReader(SourceSettings.NONE);
        Map<String, CharsetFacts> facts = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            byte[] bytes = "Президент подписал закон о налогах".getBytes(Charset.forName("windows-1251"));
            facts.put("mixed/" + i, facts(reader.decode("mixed/" + i, bytes, FolderCharsets.NONE)));
        }
        byte[] french = "Le ministre a déclaré que l’accord était signé et que la séance était levée."
                .getBytes(Charset.forName("windows-1252"));
        facts.put("mixed/fr", facts(reader.decode("mixed/fr", french, FolderCharsets.NONE)));

        assertThat(FolderCharsets.sum(facts).charsetFor("mixed/fr", facts.get("mixed/fr")))
                .isEqualTo("windows-1252");
    }

    @Test
    void factsCanBeStored() {
        CharsetFacts facts = facts(read("Le café est fermé".getBytes(Charset.forName("windows-1252"))));

        assertThat(CharsetFacts.fromBytes(facts.toBytes())).isEqualTo(facts).hasSameHashCodeAs(facts);
        assertThat(facts.toBytes()).hasSizeLessThan(64);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> CharsetFacts.fromBytes(new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decodingDoesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
            assertThat(SourceSettings.charsetNamed("WINDOWS-1252")).isPresent();
            assertThat(read("İstanbul'da ığdır".getBytes(Charset.forName("windows-1254")))
                            .charset())
                    .isEqualTo("windows-1254");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static CharsetFacts facts(SourceFile file) {
        return java.util.Objects.requireNonNull(file.charsetFacts());
    }

    private static SourceFile read(byte[] bytes) {
        return new SourceReader(SourceSettings.NONE).decode("a.txt", bytes, FolderCharsets.NONE);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
