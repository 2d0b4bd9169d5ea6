package org.gne.io.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.table.FilesFormat;
import org.gne.io.table.TableFormat;
import org.jspecify.annotations.Nullable;

/**
 * What of an archive is read: all of it as a folder, of images or of tables with the same columns, or one file.
 *
 * @param source the folder or file
 * @param options how it is read
 * @param note what the user should know about the choice, or null
 */
record ArchiveContent(
        InputSource source, ReadOptions options, @Nullable String note) {

    private static final String BESIDE = "(?i)(readme|licen[cs]e|copying|notice|changelog|changes|index)(\\..*)?";

    private static final int NAMED = 8;

    /**
     * Chooses what is read. {@link ReadOptions#array} can name a file; else it is handed on to the reader of the file.
     *
     * @throws InputException if the choice is not clear
     */
    static ArchiveContent of(String name, UnpackedFolder folder, ReadOptions options) throws IOException {
        String asked = options.array();
        if (asked != null) {
            List<String> named = folder.files().stream()
                    .filter(file -> file.equals(asked) || file.endsWith("/" + asked))
                    .toList();
            if (named.size() == 1) {
                return file(folder, named.get(0), options.withArray(null), null);
            }
        }
        Path root = root(folder);
        InputSource whole = InputSource.of(root.toString());
        InputFormat format = Inputs.known(whole);
        if (format != null && !(format instanceof FilesFormat)) {
            return new ArchiveContent(whole, options, null);
        }
        List<String> data = data(folder);
        if (data.isEmpty()) {
            throw new InputException(
                    name + ": is an archive without images or tables: found " + listed(folder.files()));
        }
        if (data.size() == 1) {
            int others = folder.files().size() - 1;
            String note = others == 0
                    ? null
                    : data.get(0) + " is read; " + others + (others == 1 ? " other file" : " other files")
                            + " of the archive left out (--array NAME reads another one)";
            return file(folder, data.get(0), options, note);
        }
        for (String each : data) {
            if (!(Inputs.known(source(folder, each)) instanceof TableFormat)) {
                throw new InputException(name + ": found " + data.size() + " files with data (" + listed(data)
                        + "), expected to be told which, such as --array " + data.get(0));
            }
        }
        for (String other : List.copyOf(folder.files())) {
            if (!data.contains(other)) {
                folder.remove(other);
            }
        }
        return new ArchiveContent(whole, options, null);
    }

    private static InputSource source(UnpackedFolder folder, String file) {
        return InputSource.of(folder.path().resolve(file).toString());
    }

    private static ArchiveContent file(UnpackedFolder folder, String file, ReadOptions options, @Nullable String note) {
        InputSource source = source(folder, file);
        if (Inputs.known(source) instanceof ArchiveFormat) {
            throw new InputException(
                    source.text() + ": is an archive in an archive, expected images or a table (unpack the outer one)");
        }
        return new ArchiveContent(source, options, note);
    }

    /** The first folder with more than one folder in it: archives often have all files in one folder. */
    private static Path root(UnpackedFolder folder) throws IOException {
        Path root = folder.path();
        while (true) {
            List<Path> inside;
            try (Stream<Path> list = Files.list(root)) {
                inside = list.limit(2).toList();
            }
            if (inside.size() != 1 || !Files.isDirectory(inside.get(0))) {
                return root;
            }
            root = inside.get(0);
        }
    }

    /** The files with an ending of data; if there are none, those that look like data. Texts such as README are left out. */
    private static List<String> data(UnpackedFolder folder) {
        List<String> claimed = new ArrayList<>();
        List<String> recognised = new ArrayList<>();
        for (String file : folder.files()) {
            if (file.substring(file.lastIndexOf('/') + 1).matches(BESIDE)) {
                continue;
            }
            InputSource source = source(folder, file);
            InputFormat format = Inputs.known(source);
            if (format != null) {
                (format.claims(source) ? claimed : recognised).add(file);
            }
        }
        return claimed.isEmpty() ? recognised : claimed;
    }

    private static String listed(List<String> files) {
        String some = String.join(", ", files.subList(0, Math.min(NAMED, files.size())));
        return files.size() <= NAMED ? some : some + " and " + (files.size() - NAMED) + " more";
    }
}
