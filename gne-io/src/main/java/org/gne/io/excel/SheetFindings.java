package org.gne.io.excel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user should know about the cells of a sheet: cells whose value is not used, or used in an unexpected way. */
final class SheetFindings {

    private long formulas;
    private String firstFormula = "";
    private long errors;
    private String firstError = "";
    private long merged;
    private long partsOfDay;
    private @Nullable String title;

    /** A formula whose value is not in the file. */
    void addFormula(long row, int column) {
        firstFormula = formulas++ == 0 ? cell(row, column) : firstFormula;
    }

    /** An error instead of a value. */
    void addError(String error, long row, int column) {
        firstError = errors++ == 0 ? error + " in " + cell(row, column) : firstError;
    }

    /** A block of merged cells. */
    void addMerged() {
        merged++;
    }

    /** A time of day or a duration. */
    void addPartOfDay() {
        partsOfDay++;
    }

    /** Rows above the table that are left out. */
    void setTitle(@Nullable String value) {
        title = value;
    }

    /** The findings, one line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (title != null) {
            lines.add(title);
        }
        if (formulas > 0) {
            lines.add(count(formulas, "formula has", "formulas have") + " no value in the file, the first in "
                    + firstFormula
                    + ": their cells are missing (a spreadsheet program that opens and saves the file computes them)");
        }
        if (errors > 0) {
            lines.add(count(errors, "cell holds an error", "cells hold errors") + ", the first " + firstError
                    + ": they are missing");
        }
        if (merged > 0) {
            lines.add(count(merged, "block of merged cells", "blocks of merged cells")
                    + ": the value counts for the first cell, the others are empty");
        }
        if (partsOfDay > 0) {
            lines.add(count(partsOfDay, "time of day or duration is", "times of day or durations are")
                    + " read as parts of a day: 12:00 is 0.5");
        }
        return lines;
    }

    private static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    /** The name of a cell: AB12. */
    static String cell(long row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString() + row;
    }
}
