package org.gne.io.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TemporaryTable;
import org.jspecify.annotations.Nullable;

/**
 * Archives, {@code .zip} and {@code .tar}, maybe packed: of images, of one file of any format, or of tables with the
 * same columns.
 *
 * @hidden internal
 */
public final class ArchiveFormat implements InputFormat {

    private static final List<String> ENDINGS = List.of(".zip", ".tar", ".tgz", ".tbz2", ".txz");

    @Override
    public String description() {
        return "archive of images or tables (.zip, .tar, .tar.gz)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS);
    }

    @Override
    public boolean recognises(InputSource source) {
        return Unpacking.isZip(source) || Unpacking.isTar(source);
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        try (UnpackedFolder folder = Unpacking.unpack(source, options)) {
            try {
                ArchiveContent content = ArchiveContent.of(source.text(), folder, options);
                Dataset data = Inputs.format(content.source()).read(content.source(), content.options());
                return new Dataset(
                        source.text(),
                        data.samples(),
                        data.labels(),
                        data.target(),
                        data.ids(),
                        data.texts(),
                        notes(folder, content, data.notes()),
                        data.facts());
            } catch (InputException e) {
                throw new InputException(folder.named(String.valueOf(e.getMessage())), e);
            }
        }
    }

    private static List<String> notes(UnpackedFolder folder, ArchiveContent content, List<String> inner) {
        List<String> notes = new ArrayList<>();
        if (content.note() != null) {
            notes.add(content.note());
        }
        inner.forEach(note -> notes.add(folder.named(note)));
        return notes;
    }

    @Override
    public @Nullable Table table(InputSource source, ReadOptions options) throws IOException {
        UnpackedFolder folder = Unpacking.unpack(source, options);
        try {
            ArchiveContent content = ArchiveContent.of(source.text(), folder, options);
            Table table = Inputs.format(content.source()).table(content.source(), content.options());
            if (table == null) {
                folder.close();
                return null;
            }
            return new TemporaryTable(source.text(), notes(folder, content, table.notes()), table, folder);
        } catch (InputException e) {
            folder.close();
            throw new InputException(folder.named(String.valueOf(e.getMessage())), e);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }
}
