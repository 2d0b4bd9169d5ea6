package org.gne.io.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.gne.io.ColumnChoice;
import org.gne.io.InputSource;
import org.gne.io.MissingRule;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.text.RecordSource;
import org.gne.io.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A table of texts. The kinds of its columns are found in a first pass over all rows that will be read.
 *
 * @hidden internal
 */
public final class CsvTable implements Table {

    private final CsvDialect dialect;
    private final CsvScan scan;
    private final List<TableColumn> columns = new ArrayList<>();
    /** The rule for missing cells of each column. */
    private final List<MissingRule> rules = new ArrayList<>();

    private CsvTable(CsvDialect dialect, ColumnChoice choice, CsvScan scan) {
        this.dialect = dialect;
        this.scan = scan;
        List<ColumnSurvey> surveys = scan.columns();
        for (int i = 0; i < surveys.size(); i++) {
            String name = dialect.names().get(i);
            columns.add(surveys.get(i).column(name));
            MissingRule rule = choice.missing().rule(name);
            rules.add(surveys.get(i).keptNotAvailable() > 0 ? rule.keeping(ColumnSurvey.NOT_AVAILABLE) : rule);
        }
    }

    static CsvTable open(InputSource source, ReadOptions options) throws IOException {
        TextEncoding encoding = TextEncoding.of(source, options.text().encoding());
        try {
            return open(source, encoding, options);
        } catch (CharacterCodingException e) {
            if (options.text().encoding() != null) {
                throw encoding.wrong(source);
            }
            TextEncoding other = TextEncoding.other(source);
            try {
                return open(source, other, options);
            } catch (CharacterCodingException again) {
                throw other.wrong(source);
            }
        }
    }

    private static CsvTable open(InputSource source, TextEncoding encoding, ReadOptions options) throws IOException {
        CsvDialect dialect = CsvDialect.of(source, encoding, options.text());
        return new CsvTable(dialect, options.columns(), CsvScan.of(dialect, options));
    }

    /**
     * Opens records that are no text with delimiters, such as those of a sheet: the names and types of the columns are found from the texts.
     *
     * @throws org.gne.io.InputException if there is no record, or names or lengths are wrong
     */
    public static Table of(RecordSource records, ReadOptions options) throws IOException {
        CsvDialect dialect = CsvDialect.of(records, options.text());
        return new CsvTable(dialect, options.columns(), CsvScan.of(dialect, options));
    }

    /** The character between fields. */
    char delimiter() {
        return dialect.delimiter();
    }

    @Override
    public String name() {
        return dialect.text().name();
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public boolean isUntyped() {
        return true;
    }

    /** What the first pass found out about each column. */
    List<ColumnSurvey> surveys() {
        return scan.columns();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(dialect.text().notes());
        notes.addAll(dialect.notes());
        notes.addAll(scan.styles().notes());
        return notes;
    }

    @Override
    public @Nullable String id() {
        return dialect.id();
    }

    @Override
    public Rows rows() {
        return new CsvRows(this, scan.cache().isComplete() ? scan.cache() : null);
    }

    /** Forgets the numbers of the first pass, which fill a part of the heap. */
    void forgetNumbers() {
        scan.cache().giveUp();
    }

    CsvDialect dialect() {
        return dialect;
    }

    /** How the numbers of each column are written. */
    NumberStyles styles() {
        return scan.styles();
    }

    /** The rule for missing cells of a column. */
    MissingRule rule(int column) {
        return rules.get(column);
    }

    @Override
    public void close() throws IOException {
        dialect.text().close();
    }
}
