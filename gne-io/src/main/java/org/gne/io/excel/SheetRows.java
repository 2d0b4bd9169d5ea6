package org.gne.io.excel;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gne.io.CellText;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, with the value of each cell as text. */
final class SheetRows implements Closeable {

    /** The most columns that Excel has. */
    private static final int MOST_COLUMNS = 1 << 14;

    private static final int DAY = 86_400;

    private final Workbook book;
    private final XmlPart xml;
    private final SheetFindings findings = new SheetFindings();
    private final List<String> cells = new ArrayList<>();
    private long row;

    SheetRows(Workbook book, Workbook.Sheet sheet) throws IOException {
        this.book = book;
        this.xml = book.open(sheet.part());
    }

    /** What was found in the rows so far that a user should know. */
    SheetFindings findings() {
        return findings;
    }

    /** The number of the last row, from 1. */
    long row() {
        return row;
    }

    /**
     * The cells of the next row with cells, from column A on; empty texts for cells without a value. Null after the last row. The
     * list is used again for the next row.
     */
    @Nullable List<String> next() {
        while (xml.next()) {
            if (xml.starts("row")) {
                int found = xml.number("r", 0);
                row = found > 0 ? found : row + 1;
                cells();
                if (!cells.isEmpty()) {
                    return cells;
                }
            } else if (xml.starts("mergeCell")) {
                findings.addMerged();
            }
        }
        return null;
    }

    private void cells() {
        cells.clear();
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (!xml.starts("c")) {
                continue;
            }
            column = column(xml.attribute("r"), column + 1);
            String value = value(column);
            if (!value.isEmpty()) {
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, value);
            }
        }
    }

    /** The column of a reference such as AB12, from 0. */
    private int column(@Nullable String reference, int next) {
        int column = 0;
        int letters = 0;
        while (reference != null && letters < reference.length() && letters < 4) {
            char c = Character.toUpperCase(reference.charAt(letters));
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = 26 * column + (c - 'A' + 1);
            letters++;
        }
        int found = letters == 0 ? next : column - 1;
        if (found >= MOST_COLUMNS) {
            throw new InputException(book.name() + ": row " + row + ": found a cell in column " + (found + 1)
                    + ", expected at most " + MOST_COLUMNS);
        }
        return found;
    }

    private String value(int column) {
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        String value = null;
        boolean formula = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("f")) {
                formula = true;
                xml.text("");
            } else if (xml.starts("v")) {
                value = xml.text("");
            } else if (xml.starts("is")) {
                value = xml.text("rPh");
            }
        }
        if (value == null || value.isEmpty()) {
            if (formula && !"str".equals(type)) {
                findings.addFormula(row, column);
            }
            return "";
        }
        return switch (type == null ? "n" : type) {
            case "s" -> shared(value, column);
            case "b" -> value.equals("1") || value.equals("true") ? "true" : "false";
            case "e" -> {
                if (!value.equals("#N/A")) {
                    findings.addError(value, row, column);
                }
                yield "";
            }
            case "n" -> number(value, style, column);
            // Excel writes dates as ISO 8601 in strict files only: 2020-01-31T00:00:00.000
            case "d" -> value.replaceAll("T00:00(:00(\\.0+)?)?Z?$", "");
            default -> value;
        };
    }

    private String shared(String value, int column) {
        String text = CellText.isWhole(value) ? book.text((int) CellText.number(value)) : null;
        if (text == null) {
            throw new InputException(book.name() + ": cell " + SheetFindings.cell(row, column)
                    + ": found the text number " + value + ", which is not in the file");
        }
        return text;
    }

    private String number(String value, int style, int column) {
        CellStyles.Meaning meaning = book.styles().of(style);
        double number = CellText.number(value);
        if (Double.isNaN(number)) {
            throw new InputException(book.name() + ": cell " + SheetFindings.cell(row, column) + ": found '" + value
                    + "', expected a number");
        }
        if (meaning == CellStyles.Meaning.PART_OF_DAY) {
            findings.addPartOfDay();
            return value;
        }
        if (meaning == CellStyles.Meaning.NUMBER || !(number >= 0) || number >= 2_958_466) {
            return value;
        }
        LocalDateTime time = time(number, book.from1904());
        boolean day = meaning == CellStyles.Meaning.DATE && time.toLocalTime().toSecondOfDay() == 0;
        return day ? time.toLocalDate().toString() : time.toString();
    }

    /** The time of a number of days. Excel counts a 29 February 1900, which did not exist. */
    static LocalDateTime time(double days, boolean from1904) {
        LocalDateTime first =
                from1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, days < 60 ? 31 : 30, 0, 0);
        double whole = Math.floor(days);
        long milliseconds = Math.round((days - whole) * DAY * 1000);
        return first.plusDays((long) whole).plusNanos(milliseconds * 1_000_000);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
