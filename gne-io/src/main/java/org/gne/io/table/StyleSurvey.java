package org.gne.io.table;

import org.gne.io.CellText;
import org.gne.io.text.Fields;
import org.jspecify.annotations.Nullable;

/** What a first pass over all rows finds out about how the numbers of a column are written. */
final class StyleSurvey {

    /** Numbers that a program reads as they are. */
    private int plain;
    /** Other numbers. */
    private int written;

    private int texts;
    private boolean point = true;
    private boolean comma = true;
    private boolean unclear;
    /** The unit of all numbers so far, null before the first. */
    private @Nullable String unit;

    private boolean severalUnits;
    private @Nullable String example;
    /** A number that a decimal comma, and one that a decimal point, does not allow. */
    private @Nullable String noComma;

    private @Nullable String noPoint;
    private @Nullable String oneUnit;
    private @Nullable String otherUnit;

    /** The numbers before units in letters, null if there are none; these cells count as texts too. */
    private @Nullable StyleSurvey measured;

    private String letters = "";
    private boolean severalLetters;
    private @Nullable String measurement;

    /** Adds the number for which {@link Fields#plainNumber} was called last. */
    void addPlain(Fields fields, int field) {
        boolean known = unit != null && unit.isEmpty();
        if (known && (!comma || !fields.hasPoint())) {
            plain++;
        } else {
            addPlain(fields.text(field));
        }
    }

    /** Adds a number that a program reads as it is. */
    void addPlain(String cell) {
        plain++;
        if (unit == null || !unit.isEmpty()) {
            unit(cell, "");
        }
        if (comma && cell.indexOf('.') >= 0) {
            boolean grouped = WrittenNumber.isGroupedByPoints(cell);
            unclear |= grouped;
            if (!grouped) {
                comma = false;
                noComma = cell.strip();
            }
        }
    }

    /** Adds a cell that is neither such a number nor missing; whether it is a number that is written in another way. */
    boolean addText(String cell) {
        WrittenNumber number = WrittenNumber.of(cell);
        if (number == null) {
            addWord();
            return addMeasurement(cell);
        }
        written++;
        example = example == null ? cell.strip() : example;
        add(cell, number);
        return true;
    }

    /** Adds a text that is no number. */
    void addWord() {
        texts++;
    }

    private boolean addMeasurement(String cell) {
        Measurement found = severalLetters ? null : Measurement.of(cell);
        if (found == null) {
            return false;
        }
        boolean plainNumber = !Double.isNaN(CellText.number(found.number()));
        if (!plainNumber && WrittenNumber.of(found.number()) == null) {
            return false;
        }
        if (measured == null) {
            measured = new StyleSurvey();
            letters = found.unit();
            measurement = cell.strip();
        }
        severalLetters = !letters.equals(found.unit());
        if (plainNumber) {
            measured.addPlain(found.number());
        } else {
            measured.addText(found.number());
        }
        return true;
    }

    /** The unit in letters that all values have; empty if they have none, or several. */
    String letters() {
        return numbers() == this ? "" : letters;
    }

    /** The survey of the numbers: of those before the unit, if all values have the same. */
    StyleSurvey numbers() {
        return measured != null && !severalLetters && plain + written == 0 && texts == measured.plain + measured.written
                ? measured
                : this;
    }

    private void add(String cell, @Nullable WrittenNumber number) {
        if (number == null) {
            return;
        }
        point &= number.point() != null;
        comma &= number.comma() != null;
        noPoint = noPoint == null && number.point() == null ? cell.strip() : noPoint;
        noComma = noComma == null && number.comma() == null ? cell.strip() : noComma;
        unclear |= number.isUnclear();
        unit(cell, number.unit());
    }

    private void unit(String cell, String found) {
        if (unit == null) {
            unit = found;
            oneUnit = cell.strip();
        } else if (!unit.equals(found)) {
            severalUnits = true;
            otherUnit = otherUnit == null ? cell.strip() : otherUnit;
        }
    }

    /** Whether most values are numbers, and some of them are not written as a program writes them. */
    boolean isWritten() {
        return written > 0 && plain + written > texts;
    }

    /** Whether most values are numbers that can only have a decimal comma. */
    boolean needsComma() {
        return isWritten() && comma && !point && !severalUnits;
    }

    /** Whether most values are numbers of which some can only have a decimal point. */
    boolean needsPoint() {
        return plain + written > texts && !comma && point;
    }

    /** Whether the numbers mean something else with a decimal comma. */
    boolean isUnclear() {
        return plain + written > texts && unclear && comma && point;
    }

    /** The first number that is not written as a program writes it, with its unit; or null. */
    @Nullable String example() {
        return letters().isEmpty() ? example : measurement;
    }

    /** Why the numbers cannot be read in one way: found and expected; null if they can. */
    @Nullable String fault() {
        if (!isWritten()) {
            return null;
        }
        if (severalUnits) {
            return "found '" + oneUnit + "' and '" + otherUnit + "', expected one unit in all rows";
        }
        return point || comma
                ? null
                : "found '" + noComma + "' and '" + noPoint
                        + "', expected either decimal points or decimal commas in all rows";
    }

    /** A number as a program writes it: the only reading, or else the one that is asked for. */
    static String plain(String cell, boolean decimalComma) {
        if (!decimalComma && !Double.isNaN(CellText.number(cell))) {
            return cell;
        }
        WrittenNumber number = WrittenNumber.of(cell);
        String text = number == null ? null : decimalComma ? number.comma() : number.point();
        return text == null ? cell : text;
    }
}
