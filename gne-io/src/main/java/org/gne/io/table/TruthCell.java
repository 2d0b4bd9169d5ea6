package org.gne.io.table;

import java.io.IOException;
import org.gne.io.CellText;
import org.gne.io.Table;
import org.jspecify.annotations.Nullable;

/** Reads booleans: words for true and false, or 1 and 0. */
record TruthCell(CellSource source) implements Cell {

    @Override
    public double read(Table.Rows rows) throws IOException {
        String text = source.isText() ? source.textAmongNumbers(rows) : null;
        double value = source.isText() ? value(text) : source.number(rows);
        boolean missing = source.isText() ? text == null : Double.isNaN(value);
        if (!missing && value != 0 && value != 1) {
            throw source.wrong(rows, text == null ? value + "" : CellSource.quoted(text), "true or false, or 1 or 0");
        }
        return value;
    }

    private static double value(@Nullable String text) {
        if (text == null) {
            return Double.NaN;
        }
        double word = TruthWords.value(text);
        return Double.isNaN(word) ? CellText.number(text) : word;
    }
}
