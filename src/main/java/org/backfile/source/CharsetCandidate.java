package org.backfile.source;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * The charsets that bytes without a mark may be in when they are not UTF-8, each with the letters of the languages
 * written in it, the commonest first (by letter counts of ordinary prose). They are far more telling than which bytes
 * a charset leaves undefined. Charsets that differ from another one only in rare signs are left out, and so is MacRoman,
 * whose letters are too like windows-1252's: it has to be declared.
 */
enum CharsetCandidate {
    WINDOWS_1252(
            "windows-1252",
            "éèàçêùâôîûëïœ",
            "äüöß",
            "óíáéñú¿ü¡",
            "ãçáéíóõâêôàú",
            "àèùòìé",
            "äöå",
            "øåæé",
            "ëéïöèü",
            "íáðéöæúóþý"),
    WINDOWS_1250("windows-1250", "áíěéšřýčžůúňťďó", "łóąężśćńź", "áéöóőíüúű", "áíčžšýéúťľôňäďĺŕó", "čšžćđ", "ăîâşţ"),
    ISO_8859_2("ISO-8859-2", "áíěéšřýčžůúňťďó", "łóąężśćńź", "áéöóőíüúű", "čšžćđ"),
    WINDOWS_1251(
            "windows-1251",
            "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
            "оаинветрсіклудмпязьбгйчхцжїюєщшфґ",
            "аоиетнрсвлкдпмзъгубчцйщжшюхфяь"),
    KOI8_R("KOI8-R", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    IBM866("IBM866", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    WINDOWS_1253("windows-1253", "αοιετσνηυρπκμλςίάόγέήώδχθύφωβξζψ"),
    WINDOWS_1254("windows-1254", "ıüğşöçâ"),
    WINDOWS_1255("windows-1255", "יוהלארתבמשעחנדקפכסטגצזםןךףץ"),
    WINDOWS_1256("windows-1256", "الينمروتبةعدسفكحقأجصشطىخإذءئضزآثغظؤ", "اینردهمتوسبلشکزفگخجقحپعآچطصضغظثژ"),
    WINDOWS_1257("windows-1257", "āīēšņūļķžģč", "ėšųįžąūčę"),
    ISO_8859_3("ISO-8859-3", "ĉĝŭŝĵĥ"),
    WINDOWS_31J("windows-31j"),
    EUC_JP("EUC-JP"),
    GB18030("GB18030"),
    BIG5("Big5"),
    WINDOWS_949("x-windows-949");

    private static final List<CharsetCandidate> SUPPORTED = supported();

    private final String charsetName;
    /** Parted by spaces: enums hold no arrays. */
    private final String languages;

    CharsetCandidate(String charsetName, String... languages) {
        this.charsetName = charsetName;
        this.languages = String.join(" ", languages);
    }

    /** The candidates that this Java has, windows-1252 first. */
    static List<CharsetCandidate> all() {
        return SUPPORTED;
    }

    private static List<CharsetCandidate> supported() {
        List<CharsetCandidate> supported = new ArrayList<>();
        for (CharsetCandidate candidate : values()) {
            if (Charset.isSupported(candidate.charsetName)) {
                supported.add(candidate);
            }
        }
        return List.copyOf(supported);
    }

    Charset charset() {
        return Charset.forName(charsetName);
    }

    /** The letters of each language outside ASCII, lower case, commonest first; none for the CJK charsets. */
    String[] languages() {
        return languages.split(" ", -1);
    }

    /** What must speak for it before it is believed, in tenths of a nat: few archives are in these. */
    int rarity() {
        return switch (this) {
            case IBM866 -> 80;
            case ISO_8859_3, WINDOWS_1257 -> 20;
            case WINDOWS_1252 -> 0;
            case ISO_8859_2 -> 15;
            default -> 10;
        };
    }

    /** True for the charsets with one byte a character. */
    boolean isSingleByte() {
        return !languages.isEmpty();
    }
}
