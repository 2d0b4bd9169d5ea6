package org.gne.io.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Notes for the user on how a table was read. Columns with the same note share a line. */
final class TableNotes {

    /** Why a column was left out. */
    enum LeftOut {
        /** No value in any row. */
        EMPTY("no value in any row", ""),
        /** The same value in every row. */
        CONSTANT("the same value in every row", ""),
        /** The numbers of the rows. */
        ROW_NUMBERS("row numbers", "real"),
        /** Nearly all texts are different. */
        IDENTIFIERS("a different text in nearly every row", "category"),
        /** Too many categories. */
        MANY("more than 100 different texts", "category"),
        /** Free text, by an option. */
        FREE_TEXT("free text", "");

        private final String reason;
        /** The type that keeps such a column, or an empty text. */
        private final String type;

        LeftOut(String reason, String type) {
            this.reason = reason;
            this.type = type;
        }

        private String line(List<String> names) {
            String hint = type.isEmpty() ? "" : " (" + OptionText.type(names.get(0), type) + " keeps it)";
            return NameList.columns(names) + ": left out, " + reason + hint;
        }
    }

    private final Map<LeftOut, List<String>> leftOut = new EnumMap<>(LeftOut.class);
    /** The columns of each note. */
    private final Map<Alike, List<String>> alike = new LinkedHashMap<>();

    /** Numbers that may mean a missing value, and their columns. */
    private final Map<Double, Codes> codes = new TreeMap<>();

    private final List<String> others = new ArrayList<>();

    void leaveOut(LeftOut reason, String column) {
        leftOut.computeIfAbsent(reason, unseen -> new ArrayList<>()).add(column);
    }

    /** The columns that were left out for a reason. */
    List<String> leftOut(LeftOut reason) {
        return leftOut.getOrDefault(reason, List.of());
    }

    /** Forgets the columns that were left out for a reason. */
    void takeBack(LeftOut reason) {
        leftOut.remove(reason);
    }

    /**
     * Adds a note on a column, which ends with the option that changes it.
     *
     * @param type the type of the option {@code --type}
     */
    void addAlike(String column, String text, String type) {
        alike.computeIfAbsent(new Alike(text, type), unseen -> new ArrayList<>())
                .add(column);
    }

    /** Adds a note that a number may mean a missing value. */
    void addCode(String column, FarValues.Suspect suspect) {
        codes.computeIfAbsent(suspect.code(), unseen -> new Codes()).add(column, suspect.rows());
    }

    private record Alike(String text, String type) {
        String line(List<String> columns) {
            return NameList.columns(columns) + ": " + text + " (" + OptionText.type(columns.get(0), type)
                    + " changes it)";
        }
    }

    private static final class Codes {
        private final List<String> columns = new ArrayList<>();
        private long cells;

        void add(String column, int rows) {
            columns.add(column);
            cells += rows;
        }

        String line(double code) {
            String text = code == Math.rint(code) && Math.abs(code) < 1e15
                    ? Long.toString((long) code)
                    : Double.toString(code);
            return NameList.columns(columns) + ": " + text + " stands in " + cells
                    + (columns.size() == 1 ? " rows" : " cells")
                    + ", far from all other values: if it means a missing value, use --missing " + text;
        }
    }

    void add(String line) {
        others.add(line);
    }

    /** The reasons for which columns were left out, as one line. */
    String reasons() {
        return String.join(
                "; ",
                leftOut.entrySet().stream()
                        .map(entry -> entry.getKey().line(entry.getValue()))
                        .toList());
    }

    /** All lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        leftOut.forEach((reason, names) -> lines.add(reason.line(names)));
        alike.forEach((note, columns) -> lines.add(note.line(columns)));
        codes.forEach((code, columns) -> lines.add(columns.line(code)));
        lines.addAll(others);
        return lines;
    }
}
