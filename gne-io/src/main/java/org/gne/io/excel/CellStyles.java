package org.gne.io.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The number formats of the cells: which numbers are dates. */
final class CellStyles {

    /** What a number is, by its format. */
    enum Meaning {
        NUMBER,
        /** A day. */
        DATE,
        /** A day with a time of day. */
        TIME,
        /** A time of day or a duration, as a part of a day. */
        PART_OF_DAY
    }

    /** Styles of a workbook without a file of them. */
    static final CellStyles NONE = new CellStyles(List.of());

    /** A workbook may have 65,490 formats of cells. */
    private static final int MOST = 1 << 17;

    private final List<Meaning> meanings;

    private CellStyles(List<Meaning> meanings) {
        this.meanings = meanings;
    }

    /** Reads the styles. */
    static CellStyles read(XmlPart xml) {
        Map<Integer, String> codes = new HashMap<>();
        List<Meaning> meanings = new ArrayList<>();
        boolean cells = false;
        while (xml.next() && meanings.size() < MOST) {
            if (xml.starts("numFmt")) {
                String code = xml.attribute("formatCode");
                codes.put(xml.number("numFmtId", 0), code == null ? "" : code);
            } else if (xml.starts("cellXfs")) {
                cells = true;
            } else if (xml.ends("cellXfs")) {
                cells = false;
            } else if (cells && xml.starts("xf")) {
                int id = xml.number("numFmtId", 0);
                String code = codes.get(id);
                meanings.add(code == null ? builtIn(id) : meaning(code));
            }
        }
        return new CellStyles(meanings);
    }

    /** What a number with a style is. */
    Meaning of(int style) {
        return style >= 0 && style < meanings.size() ? meanings.get(style) : Meaning.NUMBER;
    }

    /** The formats that every Excel knows, also those of East Asian languages. */
    private static Meaning builtIn(int id) {
        if (id == 22) {
            return Meaning.TIME;
        }
        if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 33) || id == 55 || id == 56) {
            return Meaning.PART_OF_DAY;
        }
        boolean date = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return date ? Meaning.DATE : Meaning.NUMBER;
    }

    /** What a number with a format is: {@code yyyy-mm-dd} a day, {@code h:mm} a part of a day. */
    static Meaning meaning(String format) {
        String first = format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "");
        int end = first.indexOf(';');
        first = (end < 0 ? first : first.substring(0, end)).toLowerCase(Locale.ROOT);
        // Elapsed hours, minutes or seconds.
        boolean elapsed = first.matches("(?s).*\\[(h+|m+|s+)].*");
        String bare = first.replaceAll("\\[[^]]*]", "")
                .replace("general", "")
                .replace("am/pm", "h")
                .replace("a/p", "h");
        if (elapsed) {
            return Meaning.PART_OF_DAY;
        }
        boolean time = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        boolean day = bare.indexOf('d') >= 0 || bare.indexOf('y') >= 0;
        // m is a month, or minutes beside hours or seconds.
        boolean month = !time && bare.indexOf('m') >= 0;
        if (day || month) {
            return time ? Meaning.TIME : Meaning.DATE;
        }
        return time ? Meaning.PART_OF_DAY : Meaning.NUMBER;
    }
}
