package org.backfile.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line that is nothing but a date: {@code Friday, January 4, 2019}, {@code Posted on 3 May 2011 at 14:22}.
 *
 * @param updated whether the line says when the text was changed last, not when it was first out
 * @param announced whether the line says in words that the text was posted, published or changed then
 */
record DateLine(PrintedDate date, boolean updated, boolean announced) {
    static final int LONGEST = 120;
    /** Words beside the date that we need not know: a weekday in a language without a list here. */
    private static final int UNKNOWN_WORDS = 1;

    /** A span of so many years is somebody's life; shorter ones are those of a week or a fair. */
    private static final int YEARS_OF_LIFE = 10;

    private static final Set<String> UPDATED = words("""
            updated modified revised edited changed aktualisiert geändert stand actualisé modifié actualizado modificado
            aggiornato atualizado modificado bijgewerkt gewijzigd uppdaterad uppdaterat ändrad opdateret oppdatert
            päivitetty muokattu zaktualizowano aktualizacja aktualizováno обновлено изменено оновлено frissítve
            actualizat güncelleme güncellendi diperbarui अपडेट עודכן ενημέρωση تحديث 更新 最終更新 수정 ĝisdatigita""");
    private static final Set<String> BESIDE = words("""
            posted published publication publish first last date dated issued release released created filed submitted
            added on at the in of by time am pm noon midnight gmt utc est edt pst pdt cst cdt mst mdt bst cet cest ist
            jst ago
            veröffentlicht erschienen erstellt datum vom am um uhr den der
            publié publie mis en ligne le à heures h date jour du
            publicado publicada fecha el la las a los de del hs hrs horas em às as data hora
            pubblicato pubblicata il alle ore del data
            gepubliceerd geplaatst op om uur publicerad publicerat kl klockan den udgivet publisert offentliggjort
            julkaistu klo opublikowano dodano data godz dnia publikováno vydáno zveřejněno dne v
            опубликовано дата в г года опубліковано о року
            megjelent publicat yayın tarihi yayınlanma saat eklenme tarih tarihinde δημοσιεύτηκε δημοσίευση στις ώρα
            نشر تاريخ النشر في الساعة publikigita la je
            diterbitkan terbit tanggal pukul wib wita wit pada publicat actualitzat публикувано प्रकाशित बजे פורסם בשעה
            입력 등록 승인 작성 오전 오후""");

    /** Beside a date it is one of a life, and says nothing of when that was printed. */
    private static final Set<String> OF_LIFE = words("""
            born died deceased buried married geboren gestorben geb gest né née naissance mort morte décédé décédée nacido
            nacida nació fallecido fallecida falleció morto morta nascido nascida faleceu overleden född död født død
            syntynyt kuollut urodzony urodzona zmarł zmarła narozen narozena zemřel zemřela родился родилась умер умерла""");

    private static final Set<String> WEEKDAYS = words("""
            monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
            montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
            lundi mardi mercredi jeudi vendredi samedi dimanche
            lunes martes miércoles jueves viernes sábado domingo
            lunedì martedì mercoledì giovedì venerdì sabato domenica
            segunda terça quarta quinta sexta feira sábado
            maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
            måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
            maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona
            torstaina perjantaina lauantaina sunnuntaina
            poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek sobota neděle
            понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер пʼятниця
            субота неділя hétfő kedd szerda csütörtök péntek szombat vasárnap
            luni marți miercuri joi vineri sâmbătă duminică pazartesi salı çarşamba perşembe cuma cumartesi pazar
            δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
            الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
            senin selasa rabu kamis jumat sabtu minggu dilluns dimarts dimecres dijous divendres dissabte diumenge
            понеделник сряда четвъртък петък събота неделя
            सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार 월요일 화요일 수요일 목요일 금요일 토요일 일요일
            lundo mardo merkredo ĵaŭdo vendredo sabato dimanĉo""");

    /** Characters of "published", "updated", weekdays and hours in Japanese and Chinese. */
    private static final String UNSPACED_BESIDE = "年月日曜火水木金土时分秒時掲載更新配信公開公开発表发发布於于最后終终午前後点付星期一二三四五六周間间";

    private static Set<String> words(String list) {
        return new HashSet<>(java.util.List.of(list.strip().split("\\s+", -1)));
    }

    /** The line as a date line, or null. */
    static @Nullable DateLine of(String line) {
        if (line.length() > LONGEST || !hasDigit(line)) {
            return null;
        }
        PrintedDate date = PrintedDate.find(line);
        if (date == null || (date.day() == 0 && date.to() - date.from() < line.length() - 4)) {
            return null;
        }
        Beside beside = Beside.of(line, date);
        boolean alone = beside.unknown <= (date.year() == 0 ? 0 : UNKNOWN_WORDS);
        return alone && !beside.ofLife && !isLife(line, date)
                ? new DateLine(date, beside.updated, beside.announced)
                : null;
    }

    /**
     * The words of a line beside its date.
     *
     * @param unknown how many of them say nothing that is known here
     */
    private record Beside(int unknown, boolean updated, boolean announced, boolean ofLife) {
        static Beside of(String line, PrintedDate date) {
            int unknown = 0;
            boolean updated = false;
            boolean announced = false;
            boolean ofLife = false;
            DateTokens tokens = new DateTokens(line);
            for (int i = 0; i < tokens.count(); i++) {
                if (tokens.isWord(i) && (tokens.to(i) <= date.from() || tokens.from(i) >= date.to())) {
                    String word = tokens.text(i).toLowerCase(Locale.ROOT);
                    boolean change = UPDATED.contains(word);
                    boolean life = OF_LIFE.contains(word);
                    updated |= change;
                    ofLife |= life;
                    announced |= change || (word.length() > 5 && BESIDE.contains(word));
                    boolean known = change
                            || life
                            || BESIDE.contains(word)
                            || WEEKDAYS.contains(word)
                            || UNSPACED_BESIDE.contains(word);
                    unknown += known ? 0 : 1;
                }
            }
            return new Beside(unknown, updated, announced, ofLife);
        }
    }

    /** True for a line that is nothing but the day on which somebody was born or died, or both. */
    static boolean isOfLife(String line) {
        PrintedDate date = line.length() > LONGEST || !hasDigit(line) ? null : PrintedDate.find(line);
        if (date == null) {
            return false;
        }
        Beside beside = Beside.of(line, date);
        return (beside.ofLife && beside.unknown <= UNKNOWN_WORDS) || isLife(line, date);
    }

    /** True where a day goes on with a dash to another of many years later. */
    private static boolean isLife(String line, PrintedDate date) {
        int at = date.to();
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '.')) {
            at++;
        }
        if (at == line.length() || "-–—".indexOf(line.charAt(at)) < 0) {
            return false;
        }
        PrintedDate until = PrintedDate.find(line.substring(at + 1));
        return until != null
                && until.year() - date.year() >= YEARS_OF_LIFE
                && line.substring(at + 1, at + 1 + until.from()).isBlank();
    }

    /** True for a word that stands before or behind dates: a weekday, "on", "published". */
    static boolean isBesideDate(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return BESIDE.contains(lower) || WEEKDAYS.contains(lower) || UPDATED.contains(lower);
    }

    /** True for the name of a weekday in one of the main languages, with or without a full stop. */
    static boolean isWeekday(String word) {
        String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        return WEEKDAYS.contains(bare.toLowerCase(Locale.ROOT));
    }

    private static boolean hasDigit(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isDigit(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
