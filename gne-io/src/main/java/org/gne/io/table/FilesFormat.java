package org.gne.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;

/**
 * Several tables with the same columns: the files of a folder without images, or those that a pattern matches.
 *
 * @hidden internal
 */
public final class FilesFormat implements TableFormat {

    @Override
    public String description() {
        return "folder of tables, or a pattern such as 'parts/*.parquet'";
    }

    @Override
    public boolean claims(InputSource source) {
        return false;
    }

    /** A folder or a pattern that no other format claimed. */
    @Override
    public boolean recognises(InputSource source) {
        return source.isFolder() || FileList.isPattern(source);
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        FileList list = source.isFolder() ? FileList.folder(source.path()) : FileList.matching(source.text());
        List<Table> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try {
            for (Path file : list.files()) {
                InputSource part = InputSource.of(file.toString());
                InputFormat format = Inputs.known(part);
                if (format instanceof TableFormat tables) {
                    Table opened = tables.table(part, options);
                    parts.add(opened);
                    if (opened instanceof CsvTable text) {
                        // Those of all files together would fill the heap.
                        text.forgetNumbers();
                    }
                    names.add(list.name(file));
                } else if (!source.isFolder()) {
                    throw new InputException(
                            file + ": is no table, expected all files that match " + source.text() + " to be tables");
                }
            }
            if (parts.isEmpty()) {
                throw new InputException(
                        source.text() + ": is a folder without images and tables, expected files such as"
                                + " .png, .jpg, .csv or .parquet");
            }
            return new FilesTable(source.text(), parts, names, options);
        } catch (IOException | RuntimeException e) {
            for (Table part : parts) {
                part.close();
            }
            throw e;
        }
    }
}
