package org.backfile.article;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of the months, whole, declined and shortened, in English, German, French, Spanish, Italian, Portuguese,
 * Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Russian, Ukrainian, Esperanto, Hungarian, Romanian,
 * Turkish, Indonesian, Catalan, Bulgarian, Hindi, Hebrew, Greek, Arabic (both calendars' names), Japanese, Chinese and
 * Korean. No name means two months. The table is our own, because the JDK's differs between its versions. Stateless.
 */
final class MonthNames {
    /** Twelve columns a line, names of one month parted by spaces, {@code _} for a space inside a name. */
    private static final String TABLE = """
            january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec
            januar jänner jan jän jaen|februar feber feb|märz maerz mär mrz|april apr|mai|juni jun|juli jul|august aug|september sep sept|oktober okt|november nov|dezember dez
            janvier janv jan|février fevrier févr fevr fév|mars|avril avr|mai|juin|juillet juil|août aout|septembre sept|octobre oct|novembre nov|décembre decembre déc
            enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sep set sept|octubre oct|noviembre nov|diciembre dic
            gennaio gen genn|febbraio feb febbr|marzo mar|aprile apr|maggio mag magg|giugno giu|luglio lug|agosto ago ag|settembre set sett|ottobre ott|novembre nov|dicembre dic
            janeiro jan|fevereiro fev|março marco mar|abril abr|maio|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez
            januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep sept|oktober okt|november nov|december dec
            januari jan|februari feb febr|mars mar|april apr|maj|juni jun|juli jul|augusti aug|september sep sept|oktober okt|november nov|december dec
            januar jan|februar feb febr|marts mar|april apr|maj|juni jun|juli jul|august aug|september sep sept|oktober okt|november nov|december dec
            januar jan|februar feb febr|mars mar|april apr|mai|juni jun|juli jul|august aug|september sep sept|oktober okt|november nov|desember des
            tammikuu tammikuuta tammikuun tammi|helmikuu helmikuuta helmikuun helmi|maaliskuu maaliskuuta maaliskuun maalis|huhtikuu huhtikuuta huhtikuun huhti|toukokuu toukokuuta toukokuun touko|kesäkuu kesäkuuta kesäkuun kesä|heinäkuu heinäkuuta heinäkuun heinä|elokuu elokuuta elokuun elo|syyskuu syyskuuta syyskuun syys|lokakuu lokakuuta lokakuun loka|marraskuu marraskuuta marraskuun marras|joulukuu joulukuuta joulukuun joulu
            styczeń stycznia styczniu sty|luty lutego lutym lut|marzec marca marcu mar|kwiecień kwietnia kwietniu kwi|maj maja maju|czerwiec czerwca czerwcu cze|lipiec lipca lipcu lip|sierpień sierpnia sierpniu sie|wrzesień września wrześniu wrz|październik października październiku paź|listopad listopada listopadzie lis|grudzień grudnia grudniu gru
            leden ledna lednu|únor února únoru úno|březen března březnu bře|duben dubna dubnu dub|květen května květnu kvě|červen června červnu čvn|červenec července červenci čvc|srpen srpna srpnu srp|září zář|říjen října říjnu říj|listopad listopadu lis|prosinec prosince prosinci
            январь января январе янв|февраль февраля феврале фев февр|март марта марте мар|апрель апреля апреле апр|май мая мае|июнь июня июне июн|июль июля июле июл|август августа августе авг|сентябрь сентября сентябре сен сент|октябрь октября октябре окт|ноябрь ноября ноябре ноя нояб|декабрь декабря декабре дек
            січень січня січні січ|лютий лютого лютому лют|березень березня березні бер|квітень квітня квітні квіт|травень травня травні трав|червень червня червні черв|липень липня липні лип|серпень серпня серпні серп|вересень вересня вересні вер|жовтень жовтня жовтні жовт|листопад листопада листопаді лист|грудень грудня грудні груд
            januaro jan januaron|februaro feb februaron|marto mar marton|aprilo apr aprilon|majo majon|junio jun junion|julio jul julion|aŭgusto aŭg aŭguston augusto|septembro sep septembron|oktobro okt oktobron|novembro nov novembron|decembro dec decembron
            január jan|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus aug|szeptember szept|október okt|november nov|december dec
            ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept|octombrie oct|noiembrie noi|decembrie dec
            ocak oca|şubat şub subat|mart mar|nisan nis|mayıs mayis|haziran haz|temmuz tem|ağustos ağu agustos|eylül eyl eylul|ekim eki|kasım kasim kas|aralık aralik ara
            januari jan|februari feb pebruari|maret mar|april apr|mei|juni jun|juli jul|agustus agu agt ags|september sep sept|oktober okt|november nov nopember|desember des
            gener gen|febrer feb|març mar|abril abr|maig|juny jun|juliol jul|agost ago|setembre set|octubre oct|novembre nov|desembre des
            януари ян|февруари фев|март мар|април апр|май|юни|юли|август авг|септември септ|октомври окт|ноември ноем|декември дек
            जनवरी जन|फरवरी फ़रवरी फर|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर
            ינואר בינואר|פברואר בפברואר|מרץ מרס במרץ במרס|אפריל באפריל|מאי במאי|יוני ביוני|יולי ביולי|אוגוסט באוגוסט|ספטמבר בספטמבר|אוקטובר באוקטובר|נובמבר בנובמבר|דצמבר בדצמבר
            ιανουάριος ιανουαρίου ιαν|φεβρουάριος φεβρουαρίου φεβ|μάρτιος μαρτίου μαρ|απρίλιος απριλίου απρ|μάιος μαΐου μάϊος μαϊου|ιούνιος ιουνίου ιουν|ιούλιος ιουλίου ιουλ|αύγουστος αυγούστου αυγ|σεπτέμβριος σεπτεμβρίου σεπ|οκτώβριος οκτωβρίου οκτ|νοέμβριος νοεμβρίου νοε|δεκέμβριος δεκεμβρίου δεκ
            يناير كانون_الثاني|فبراير شباط|مارس آذار|أبريل إبريل ابريل نيسان|مايو أيار|يونيو يونيه حزيران|يوليو يوليه تموز|أغسطس اغسطس آب|سبتمبر أيلول|أكتوبر اكتوبر تشرين_الأول|نوفمبر تشرين_الثاني|ديسمبر كانون_الأول
            1月 一月|2月 二月|3月 三月|4月 四月|5月 五月|6月 六月|7月 七月|8月 八月|9月 九月|10月 十月|11月 十一月|12月 十二月
            1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
            """;

    private static final Map<String, Integer> MONTHS = read(TABLE);

    /** The first two letters of the names that begin with two of ASCII, in small letters without diacritics. */
    private static final boolean[] BEGINNINGS = beginnings(MONTHS.keySet());

    private MonthNames() {}

    /**
     * The month of that name, 1 to 12, or 0 where it names none.
     *
     * @param name one word (two for some Arabic names), in any case, with or without a full stop at its end
     */
    static int month(String name) {
        if (name.length() > 16 || !mayBegin(name)) {
            return 0;
        }
        String folded = fold(name);
        if (folded.endsWith(".")) {
            folded = folded.substring(0, folded.length() - 1);
        }
        return MONTHS.getOrDefault(folded, 0);
    }

    /** A quick look: false for most words that are no months. */
    private static boolean mayBegin(String name) {
        return name.length() < 2 || name.charAt(0) >= 128 || name.charAt(1) >= 128 || BEGINNINGS[beginning(name)];
    }

    private static int beginning(String name) {
        return (name.charAt(0) & 31) << 5 | (name.charAt(1) & 31);
    }

    private static boolean[] beginnings(Set<String> names) {
        boolean[] beginnings = new boolean[1024];
        for (String name : names) {
            String parted = Normalizer.normalize(name, Normalizer.Form.NFD);
            beginnings[beginning(parted)] |= parted.charAt(0) < 128 && parted.charAt(1) < 128;
        }
        return beginnings;
    }

    private static String fold(String name) {
        return Words.normalized(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> read(String table) {
        Map<String, Integer> months = new HashMap<>();
        for (String language : table.strip().split("\n", -1)) {
            String[] columns = language.split("\\|", -1);
            for (int column = 0; column < columns.length; column++) {
                for (String name : columns[column].split(" ", -1)) {
                    Integer other = months.put(fold(name.replace('_', ' ')), column + 1);
                    if (other != null && other != column + 1) {
                        throw new IllegalStateException(name + " names months " + other + " and " + (column + 1));
                    }
                }
            }
        }
        return months;
    }
}
