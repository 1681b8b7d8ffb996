package org.backfile.article;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that metadata can state, with the names people and programs give them: in front matter (Jekyll, Hugo,
 * Eleventy), header blocks, rows and exports, in the main languages of Europe and in some others. Names are compared in
 * lower case, with spaces, underscores and hyphens taken out.
 */
enum FieldName {
    HEADLINE(
            "title headline head heading hd headlines subject articletitle newstitle titel überschrift schlagzeile titre"
                    + " título titulo titular titolo kop otsikko tytuł tytul titulek nadpis cím titlu başlık baslik"
                    + " τίτλος заголовок заглавие betreff objet asunto oggetto onderwerp overskrift"
                    + " tittel títol titulok naslov наслов назва כותרת العنوان عنوان 标题 標題 题目 題目 タイトル 見出し 題名 제목 शीर्षक"),
    KICKER("kicker eyebrow overline dachzeile spitzmarke surtitre antetítulo antetitulo occhiello chapeau"),
    BYLINE(
            "author authors byline by creator writer reporter journalist writtenby von autor autorin autoren verfasser par"
                    + " auteur auteurs por autora autores di autore autori door af av forfatter författare forfattere"
                    + " kirjoittaja autorzy autoři szerző yazar συντάκτης автор авторы from dccreator verfasst"
                    + " συντάκτρια συγγραφέας αρθρογράφος γράφει מאת כתב كاتب الكاتب بقلم المؤلف авторка аўтар автори"
                    + " 作者 记者 記者 著者 筆者 執筆者 기자 작성자 글쓴이 लेखक aŭtoro verkinto verkis skrevetav skrevetaf geschrevendoor"
                    + " escritopor scrittoda redigidopor rédigépar écritpar scris scrisde penulis"),
    DATE("date published publishdate datepublish publisheddate datepublished publicationdate pubdate pub publishedat"
            + " publishedon dateofpublication posted postedon postdate issued dcdate pd datum"
            + " erschienen veröffentlicht publié publie parution fecha publicado publicada data pubblicato"
            + " gepubliceerd opublikowano datapublikacji publikováno julkaistu päivämäärä publicerad publicerat"
            + " udgivet publisert dato dátum dată tarih ημερομηνία дата опубликовано publikigita dato timestamp"
            + " datetime sent envoyé gesendet"
            + " datedepublication datedeparution parule publiéle publicadoem publicadoel publicadaem"
            + " fechadepublicación fechadepublicacion datadepublicação datadepublicacao datadipubblicazione"
            + " pubblicatoil datapublicării datapublicarii publicat publicatpe gepubliceerdop publicatiedatum"
            + " datumvanpublicatie veröffentlichtam erschienenam erscheinungsdatum veröffentlichungsdatum"
            + " erscheinungstag publiceradden publiceringsdatum udgivetden udgivelsesdato publisertden"
            + " publiseringsdato utgitt opublikowanodnia datawydania datumvydání datumpublikace vydáno"
            + " julkaisupäivä megjelenés megjelent yayıntarihi yayımlanmatarihi δημοσίευση δημοσιεύτηκε"
            + " δημοσιεύθηκε ημερομηνίαδημοσίευσης датапублікації датапубликации опубліковано публикувано"
            + " датанапубликуване датум објављено תאריך תאריךפרסום פורסם التاريخ تاريخ تاريخالنشر 日期 发布时间 發布時間"
            + " 发布日期 出版日期 日付 日時 掲載日 公開日 発行日 날짜 일자 입력 게재일 तिथि दिनांक tanggal objavljeno"),
    CREATED("created createdat createdon datecreated"),
    /** The day on which an archive took the article in, often the one after it was printed. */
    LOADED("loaddate loadedon"),
    SECTION(
            "section category categories articlesection desk channel column topic ressort rubrik rubrique sección seccion"
                    + " sezione sectie sektion seção secao rubryka rubrika osasto рубрика раздел kategorie catégorie"
                    + " categoría categoria kategori rubriek secção seccao avdelning avdeling sektion oddział dział"
                    + " ενότητα κατηγορία στήλη розділ категорія категория מדור קטגוריה القسم قسم 栏目 版面 欄目 カテゴリ カテゴリー"
                    + " 섹션 분야 rovat secţiune secțiune secció seksjon sekcja rubrica kategorija sekce"),
    PLACE("place dateline location city ort lieu lugar luogo plaats miejsce место"
            + " τόπος місце място מקום المكان miesto místo sted plass yer loko"),
    AGENCY("agency wire wireservice newsagency agentur agence agencia agenzia"),
    PUBLICATION(
            "publication publisher newspaper paper source outlet sitename journal magazine zeitung quelle publikation"
                    + " périodique periódico periodico giornale krant tidning avis gazeta издание источник sn"
                    + " πηγή εφημερίδα джерело газета източник вестник извор מקור עיתון المصدر الصحيفة 来源 來源 出处 新聞 媒体"
                    + " 출처 신문 bron fonte fuente källa kilde lähde źródło zdroj forrás sursa sursă kaynak izvor fonto"
                    + " gazeto"),
    LANGUAGE("language lang la sprache langue idioma lingua taal språk jazyk язык inlanguage"
            + " γλώσσα мова език שפה اللغة 语言 言語 언어 dil kieli jezik lingvo nyelv limbă limba"),
    URL("url link permalink canonical canonicalurl uri sourceurl weburl"),
    BODY("text body content contents maintext articletext fulltext articlebody article story texte texto testo tekst"
            + " inhalt contenu contenido bodytext storytext"),
    /** Known and of no use here; it still shows that a line is a header's. */
    OTHER("to cc keywords tags tag copyright filed filedunder slug draft layout description summary excerpt subtitle"
            + " deck dek standfirst updated lastmod modified lastupdated length wordcount words edition page"
            + " pages volume issue number graphic photo caption image series contact email phone tel id guid"
            + " loadid publicationtype type credit correction correctiondate documenttype rights status"
            + " stichwörter motsclés schlagwörter untertitel soustitre subtítulo sottotitolo");

    private static final Map<String, FieldName> BY_NAME = byName();

    private final String names;

    FieldName(String names) {
        this.names = names;
    }

    /** The field that goes by that name. */
    static Optional<FieldName> named(String name) {
        return name.length() > 40 ? Optional.empty() : Optional.ofNullable(BY_NAME.get(fold(name)));
    }

    /** The field that goes by that name, the owner's own names first (from lower-case name to field). */
    static Optional<FieldName> named(String name, Map<String, String> ownNames) {
        String own = ownNames.get(name.strip().toLowerCase(Locale.ROOT));
        return named(own == null ? name : own);
    }

    private static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        String lower = Words.normalized(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c != ' ' && c != '_' && c != '-' && c != '.' && c != '\u00a0') {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static Map<String, FieldName> byName() {
        Map<String, FieldName> byName = new HashMap<>();
        for (FieldName field : values()) {
            for (String name : field.names.split(" ", -1)) {
                byName.putIfAbsent(name, field);
            }
        }
        return byName;
    }
}
