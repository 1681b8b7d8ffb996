package org.backfile.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backfile.source.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a body: by its script where one language has the script nearly to itself, else by counting
 * the commonest words of two dozen languages among its first words. Silent where no language leads clearly. Stateless.
 */
public final class Language {
    /** Letters before this one are of no script that one language has to itself. */
    static final char FIRST_SCRIPT = '\u0370';

    /** Words are counted up to here. */
    private static final int COUNTED = 250;

    private static final int LEAST_WORDS = 8;

    /** A language a line: its tag, then words that are common in it and rare in its neighbours. */
    private static final String COMMON = """
            en the of and to in is was that for on with said are by from has have were which his its but not had been they
            de der die und das ist von den mit nicht ein eine des dem auf sich auch für als wird nach wurde bei einer sind hat
            fr le les et est des une dans que pour sur qui par pas avec ont sont au aux ce cette plus été selon mais
            es el los las y que en una por con del para se su como ha fue más pero sus son al según lo está
            pt o os as e que em um uma não do da dos das para com na no foi são ao mais pela pelo segundo também
            it il che di la e un una per non è sono della del gli nel con alla dei delle ha anche più al dal
            nl de het een van en is dat op te voor met zijn niet aan door werd ook naar bij heeft uit om
            sv och att det som en är på för av med till den har inte om ett var från vid de sig enligt kommer
            da og at det som en er på for af med til den har ikke om et var fra ved de sig blev efter siger
            nb og at det som en er på for av med til den har ikke om et var fra ved de seg ble etter sier
            fi ja on että ei se oli mukaan myös joka ovat kun hän mutta sekä ole ovat tämän vuoden sen
            pl i w na z do się nie jest że to przez oraz jak dla od został które po są tym roku
            cs a v na se že je s z do o k i pro byl podle jako které ale jsou od za také už
            sk a v na sa že je s z do o k aj pre bol podľa ako ktoré ale sú od za už
            hu a az és hogy nem is egy volt meg mint szerint csak már van ezt ki vagy azt után
            ro și în de la a cu pe că nu din este pentru care o au fost mai un prin această
            tr ve bir bu da de için ile olarak olan daha çok sonra göre gibi ise kadar en olduğunu dedi
            eo la kaj de en estas ke al por kun ne oni kiu kiuj ili sed el tiu pri ĉi estis per laŭ
            ca i el la de que els les amb per una és del a ha dels més no són seva com
            ru и в не на что с по как из его это для за от был к года он также
            uk і в не на що з та як до за від його це для був у року про також
            bg и в на не за да се е от че с по са като до беше го
            sr и у је да на се за су од са не који као из у
            ar في من على إلى أن عن مع التي هذا الذي ما كان بعد قال
            fa در و به از که را این با است برای آن یک می های
            ur کے کی میں ہے کا اور سے کو نے پر ہیں کہ
            id yang dan di dengan untuk dari pada ini tidak dalam akan oleh itu adalah tersebut
            vi và của là có các được cho trong một không người với đã này
            """;

    private static final List<String> TAGS = new ArrayList<>();
    private static final int SLOTS = 4096;
    /** Hashes of the words above, open addressing, and for each the numbers of its languages. */
    private static final int[] WORDS = new int[SLOTS];

    private static final int[][] LANGUAGES = new int[SLOTS][];

    static {
        read();
    }

    private Language() {}

    private static void read() {
        Map<Integer, List<Integer>> byWord = new HashMap<>();
        for (String line : COMMON.strip().split("\n", -1)) {
            String[] words = line.strip().split(" ", -1);
            int number = TAGS.size();
            TAGS.add(words[0]);
            for (int k = 1; k < words.length; k++) {
                int hash = 0;
                for (int i = 0; i < words[k].length(); i++) {
                    hash = TextLines.wordHash(hash, words[k].charAt(i));
                }
                byWord.computeIfAbsent(hash, h -> new ArrayList<>()).add(number);
            }
        }
        byWord.forEach((word, numbers) -> {
            int slot = slot(word);
            WORDS[slot] = word;
            LANGUAGES[slot] =
                    numbers.stream().mapToInt(Integer::intValue).distinct().toArray();
        });
    }

    private static int slot(int word) {
        int slot = (word * 0x9E3779B1) >>> 20;
        while (WORDS[slot] != 0 && WORDS[slot] != word) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    /** The language of a plain text as a BCP 47 tag, or null where it is not clear. */
    public static @Nullable String of(String plain) {
        Lines lines = new Lines(plain);
        TextLines text = new TextLines(lines, 1, lines.count());
        Stated<String> language =
                of(text, List.of(new Block(Paragraph.Kind.TEXT, plain, 0, text.count() - 1, text.count())));
        return language == null ? null : language.value();
    }

    /** The language of the body as a BCP 47 tag, or null where it is not clear. */
    static @Nullable Stated<String> of(TextLines text, List<Block> body) {
        String tag = mayTellScript(text, body) ? byScript(body) : null;
        if (tag == null) {
            tag = byWords(text, body);
        }
        return tag == null ? null : new Stated<>(tag, new Evidence(null, Rule.SCRIPT_OR_WORDS, Confidence.INFERRED));
    }

    private static @Nullable String byWords(TextLines text, List<Block> body) {
        int[] score = new int[TAGS.size()];
        int seen = 0;
        for (Block block : body) {
            for (int i = block.from(); i <= block.to() && seen < COUNTED; i++) {
                for (int k = 0; k < text.wordCount(i) && seen < COUNTED; k++) {
                    seen++;
                    int slot = slot(text.word(i, k));
                    if (WORDS[slot] != 0) {
                        int[] languages = LANGUAGES[slot];
                        for (int language : languages) {
                            score[language] += 12 / Math.min(4, languages.length);
                        }
                    }
                }
            }
        }
        return clearest(score, seen);
    }

    private static @Nullable String clearest(int[] score, int seen) {
        int best = 0;
        for (int k = 1; k < score.length; k++) {
            best = score[k] > score[best] ? k : best;
        }
        int second = 0;
        for (int k = 0; k < score.length; k++) {
            second = k != best ? Math.max(second, score[k]) : second;
        }
        boolean clear = seen >= LEAST_WORDS && score[best] >= seen && score[best] * 10 >= second * 11;
        return clear ? TAGS.get(best) : null;
    }

    private static boolean mayTellScript(TextLines text, List<Block> body) {
        for (Block block : body) {
            for (int i = block.from(); i <= block.to(); i++) {
                if (text.mayTellScript(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Scripts that one language has nearly to itself; kana before Han, since Japanese has both. */
    private static @Nullable String byScript(List<Block> body) {
        Map<String, Integer> counts = new HashMap<>();
        int letters = 0;
        for (Block block : body) {
            String shown = block.text();
            for (int i = 0; i < shown.length() && letters < COUNTED; i++) {
                char c = shown.charAt(i);
                if (Character.isLetter(c)) {
                    letters++;
                    if (c >= FIRST_SCRIPT) {
                        String tag = scriptLanguage(c);
                        if (tag != null) {
                            counts.merge(tag, 1, Integer::sum);
                        }
                    }
                }
            }
        }
        if (counts.isEmpty()) {
            return null;
        }
        int kana = counts.getOrDefault("ja", 0);
        int han = counts.getOrDefault("zh", 0);
        if (kana * 10 > letters) {
            return "ja";
        }
        if (han * 2 > letters) {
            return kana * 20 > han ? "ja" : "zh";
        }
        int all = letters;
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > all)
                .max(Comparator.comparing(Map.Entry<String, Integer>::getValue).thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static @Nullable String scriptLanguage(char c) {
        if (c >= '\u3041' && c <= '\u30FF') {
            return "ja";
        }
        if (c >= '\u3400' && c <= '\u9FFF') {
            return "zh";
        }
        if ((c >= '\uAC00' && c <= '\uD7A3') || (c >= '\u1100' && c <= '\u11FF')) {
            return "ko";
        }
        return switch (c >>> 7) {
            case 0x370 >>> 7, 0x380 >>> 7 -> c < '\u0400' ? "el" : null;
            case 0x580 >>> 7 -> c >= '\u0590' ? "he" : "hy";
            case 0x500 >>> 7 -> c >= '\u0530' ? "hy" : null;
            case 0x900 >>> 7 -> "hi";
            case 0x980 >>> 7 -> "bn";
            case 0xA00 >>> 7 -> "pa";
            case 0xA80 >>> 7 -> "gu";
            case 0xB80 >>> 7 -> "ta";
            case 0xC00 >>> 7 -> "te";
            case 0xC80 >>> 7 -> "kn";
            case 0xD00 >>> 7 -> "ml";
            case 0xD80 >>> 7 -> "si";
            case 0xE00 >>> 7 -> "th";
            case 0xE80 >>> 7 -> "lo";
            case 0x1000 >>> 7 -> "my";
            case 0x1080 >>> 7 -> c >= '\u10A0' ? "ka" : "my";
            case 0x1200 >>> 7, 0x1280 >>> 7, 0x1300 >>> 7 -> "am";
            case 0x1780 >>> 7 -> "km";
            default -> null;
        };
    }
}
