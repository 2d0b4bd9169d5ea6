package org.gne.io.table;

import java.io.IOException;
import org.gne.io.CellText;
import org.gne.io.Table;

/** Reads numbers. */
record NumberCell(CellSource source) implements Cell {

    @Override
    public double read(Table.Rows rows) throws IOException {
        if (!source.isText()) {
            return source.number(rows);
        }
        double plain = source.rule().namesNumbers() ? Double.NaN : rows.plainNumber(source.position());
        if (!Double.isNaN(plain)) {
            return plain;
        }
        String text = source.textAmongNumbers(rows);
        if (text == null) {
            return Double.NaN;
        }
        double value = CellText.number(text);
        if (Double.isNaN(value)) {
            throw source.wrong(rows, CellSource.quoted(text), "a number");
        }
        return value;
    }
}
