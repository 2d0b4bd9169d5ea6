package org.gne.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The languages whose words are known to Lucene: their stop words are left out, and forms of a word count as one. */
public enum Language {
    /** Arabic. */
    ARABIC("ar", ArabicAnalyzer::new),
    /** Chinese: pairs of characters instead of words. */
    CHINESE("zh", CJKAnalyzer::new),
    /** Czech. */
    CZECH("cs", CzechAnalyzer::new),
    /** Danish. */
    DANISH("da", DanishAnalyzer::new),
    /** Dutch. */
    DUTCH("nl", DutchAnalyzer::new),
    /** English: of the forms of a word, singular and plural count as one. */
    ENGLISH("en", EnglishWords::new),
    /** Finnish. */
    FINNISH("fi", FinnishAnalyzer::new),
    /** French. */
    FRENCH("fr", FrenchAnalyzer::new),
    /** German. */
    GERMAN("de", GermanAnalyzer::new),
    /** Hindi. */
    HINDI("hi", HindiAnalyzer::new),
    /** Hungarian. */
    HUNGARIAN("hu", HungarianAnalyzer::new),
    /** Italian. */
    ITALIAN("it", ItalianAnalyzer::new),
    /** Japanese: pairs of characters instead of words. */
    JAPANESE("ja", CJKAnalyzer::new),
    /** Korean: pairs of characters instead of words. */
    KOREAN("ko", CJKAnalyzer::new),
    /** Norwegian. */
    NORWEGIAN("no", NorwegianAnalyzer::new),
    /** Portuguese. */
    PORTUGUESE("pt", PortugueseAnalyzer::new),
    /** Russian. */
    RUSSIAN("ru", RussianAnalyzer::new),
    /** Spanish. */
    SPANISH("es", SpanishAnalyzer::new),
    /** Swedish. */
    SWEDISH("sv", SwedishAnalyzer::new),
    /** Turkish. */
    TURKISH("tr", TurkishAnalyzer::new),
    /** Any other language: all words, each form for itself. */
    OTHER("any", StandardAnalyzer::new);

    private final String code;
    private final Supplier<Analyzer> analyzer;

    Language(String code, Supplier<Analyzer> analyzer) {
        this.code = code;
        this.analyzer = analyzer;
    }

    /**
     * The language of a code or a name.
     *
     * @param text a code of ISO 639-1 such as {@code en}, {@code any}, or a name such as {@code english}
     * @throws IllegalArgumentException if it is not known
     */
    public static Language of(String text) {
        String low = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> low.equals(language.code) || low.equals(language.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("language: found '" + text + "', expected one of "
                        + Arrays.stream(values())
                                .map(language -> language.code + " (" + language + ")")
                                .collect(Collectors.joining(", "))));
    }

    /** The code of ISO 639-1, or {@code any}. */
    public String code() {
        return code;
    }

    /** What splits texts of this language into words. */
    Analyzer analyzer() {
        return analyzer.get();
    }

    /** The name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
