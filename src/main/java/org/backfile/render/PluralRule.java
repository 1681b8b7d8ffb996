package org.backfile.render;

/**
 * Which form of a message goes with a number: the rules of Unicode CLDR 44 (plurals.xml) for whole numbers, written out
 * for the interface's languages. Languages that are not named here count as English does.
 */
enum PluralRule {
    ENGLISH {
        @Override
        String form(long n) {
            return n == 1 ? "one" : "other";
        }
    },
    FRENCH {
        @Override
        String form(long n) {
            return n <= 1 ? "one" : n % 1_000_000 == 0 ? "many" : "other";
        }
    },
    SPANISH {
        @Override
        String form(long n) {
            return n == 1 ? "one" : n != 0 && n % 1_000_000 == 0 ? "many" : "other";
        }
    },
    ARABIC {
        @Override
        String form(long n) {
            long hundredth = n % 100;
            if (n <= 2) {
                return n == 0 ? "zero" : n == 1 ? "one" : "two";
            }
            return hundredth >= 3 && hundredth <= 10 ? "few" : hundredth >= 11 ? "many" : "other";
        }
    },
    NONE {
        @Override
        String form(long n) {
            return "other";
        }
    };

    /** The form for {@code n}, which is not negative: {@code zero one two few many other}. */
    abstract String form(long n);

    /** The rule of a language, given by its primary subtag. */
    static PluralRule of(String language) {
        return switch (language) {
            case "ar" -> ARABIC;
            case "fr" -> FRENCH;
            case "es" -> SPANISH;
            case "ja", "zh", "ko", "vi", "th", "id", "ms" -> NONE;
            default -> ENGLISH;
        };
    }
}
