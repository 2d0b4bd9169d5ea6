package org.gne.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TextChoice;
import org.jspecify.annotations.Nullable;

/** Collects the texts of the rows of a table, and makes their vectors. */
final class RowTexts {

    private final Table table;
    private final TextChoice choice;
    private final List<Integer> positions = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private int empty;

    private RowTexts(Table table, TextChoice choice) {
        this.table = table;
        this.choice = choice;
        for (String name : choice.columns()) {
            positions.add(Features.position(table, "--text", name));
        }
    }

    /**
     * The texts of the columns that the options choose, null if they choose none.
     *
     * @throws InputException if there is no such column
     */
    static @Nullable RowTexts of(Table table, ReadOptions options) {
        TextChoice choice = options.texts();
        return choice == null ? null : new RowTexts(table, choice);
    }

    /** Takes the texts of a row; several columns become one text of several lines. */
    void add(Table.Rows rows) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int position : positions) {
            String text = rows.text(position);
            if (text != null && !text.isBlank()) {
                all.append(all.length() == 0 ? "" : "\n").append(text.strip());
            }
        }
        empty += all.length() == 0 ? 1 : 0;
        texts.add(all.toString());
    }

    List<String> texts() {
        return texts;
    }

    /**
     * The rows: vectors, then the other columns.
     *
     * @param others the other columns, null if there are none
     * @throws InputException if no row has a text
     */
    Samples rows(@Nullable Samples others, ReadOptions options, TableNotes notes) throws IOException {
        if (empty == texts.size()) {
            throw new InputException(table.name() + ": found no text in " + NameList.quoted(choice.columns())
                    + " of any row, expected some");
        }
        if (empty > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d rows have no text in %s: taken as missing",
                    empty,
                    texts.size(),
                    NameList.columns(choice.columns())));
        }
        Column column = choice.column();
        List<Column> columns = new ArrayList<>(List.of(column));
        Samples vectors = choice.vectors().embed(texts, options.storage(), options.listener());
        if (others == null) {
            return vectors.withSchema(new Schema.Columns(columns));
        }
        columns.addAll(((Schema.Columns) others.schema()).columns());
        return vectors.beside(others, new Schema.Columns(columns));
    }
}
