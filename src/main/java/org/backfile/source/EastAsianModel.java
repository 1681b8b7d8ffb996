package org.backfile.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.Map;

/**
 * How likely bytes are as Chinese, Japanese or Korean text in one charset. These charsets share most byte pairs, so it
 * is the common characters that tell: kana, the commonest hundred or two of each language. Costs are in tenths of a nat.
 */
final class EastAsianModel {
    private static final String JAPANESE = "日一国十年大会人月中本二市同時分行者事出後上合東部長場生自定社議手地方前高間三的連発言内見業回"
            + "小新下関対法動東京政目体性立表主当学金通調選最実田明化全開約府権戦道入家物問力数所作員電現平野代理訓練海岸岸避難津波"
            + "民予決度来話第九八七六五四区北公相教文車元不和気";
    private static final String SIMPLIFIED = "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发"
            + "成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全"
            + "工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五"
            + "总京讲表星期";
    private static final String TRADITIONAL = "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼心多天而能好都然沒日於起還發"
            + "成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全"
            + "工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五"
            + "總京講表星期灣台";
    private static final String KOREAN =
            "이다는에의을를가고한하지사로기대도서나인일시은정자아리어해수과부전장제보라스원경계들그구안조동마관위상주간국공성비말" + "연중여만면선방신했었있된되것세문생유학치운미";

    private static final String PRINT =
            "\u3001\u3002\u300c\u300d\u3000\uff0c\u201c\u201d\u2014\uff1a\u300a\u300b\u3010\u3011" + "\u30fb\u30fc";

    private static final int KANA = 35;
    private static final int PUNCTUATION = 35;
    private static final int COMMON = 50;
    private static final int HANGUL = 80;
    private static final int FULL_WIDTH = 60;
    private static final int HAN = 88;
    private static final int RARE_HAN = 112;
    private static final int OTHER = 120;
    private static final int MALFORMED = 140;

    private final Charset charset;
    private final boolean japanese;
    private final boolean korean;
    private final Map<Character, Integer> common = new HashMap<>();

    EastAsianModel(CharsetCandidate candidate) {
        charset = candidate.charset();
        japanese = candidate == CharsetCandidate.WINDOWS_31J || candidate == CharsetCandidate.EUC_JP;
        korean = candidate == CharsetCandidate.WINDOWS_949;
        String letters =
                japanese ? JAPANESE : korean ? KOREAN : candidate == CharsetCandidate.BIG5 ? TRADITIONAL : SIMPLIFIED;
        letters.chars().forEach(c -> common.put((char) c, COMMON));
    }

    /** The cost of these bytes; a character cut off at their end costs nothing. */
    int cost(byte[] bytes, int length) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer text = CharBuffer.allocate(length + 1);
        decoder.decode(ByteBuffer.wrap(bytes, 0, length), text, false);
        text.flip();
        int cost = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                cost += cost(c);
            }
        }
        return cost;
    }

    private int cost(char c) {
        if (c == '\uFFFD') {
            return MALFORMED;
        }
        Integer known = common.get(c);
        if (known != null) {
            return known;
        }
        if (c >= '\u3041' && c <= '\u30fe' && c != '\u30fb' && c != '\u30fc') {
            return japanese ? KANA : OTHER;
        }
        if (c >= '\uac00' && c <= '\ud7a3') {
            return HANGUL;
        }
        if (c >= '\u4e00' && c <= '\u9fff') {
            return korean || !isFirstLevel(c) ? RARE_HAN : HAN;
        }
        if (PRINT.indexOf(c) >= 0) {
            return PUNCTUATION;
        }
        return c > '\uff00' && c < '\uff61' ? FULL_WIDTH : OTHER;
    }

    /** True for the commoner half of the characters, which each of these charsets sorts before the rarer ones. */
    private boolean isFirstLevel(char c) {
        byte[] encoded = String.valueOf(c).getBytes(charset);
        int lead = encoded[0] & 0xFF;
        return encoded.length == 2
                && switch (charset.name()) {
                    case "windows-31j" -> lead >= 0x88 && lead <= 0x97;
                    case "EUC-JP" -> lead >= 0xB0 && lead <= 0xCF;
                    case "GB18030" -> lead >= 0xB0 && lead <= 0xD7 && (encoded[1] & 0xFF) >= 0xA1;
                    default -> lead >= 0xA4 && lead <= 0xC6;
                };
    }
}
