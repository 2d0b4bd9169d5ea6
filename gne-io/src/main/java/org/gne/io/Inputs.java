package org.gne.io;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/** Opens what a person names as the data. */
public final class Inputs {

    private static final String ACCEPTED = "mnist, mnist-test, or an IDX file (plain or packed by gzip)";

    private Inputs() {}

    /**
     * Opens a data set.
     *
     * @param input {@code mnist} or {@code mnist-test}, the bundled sets, or the path of an IDX file, plain or packed by
     *     gzip: 2 axes are rows of columns, 3 grey pictures, 4 with the last of 3 colour pictures
     * @param labels an IDX file of 1 axis, or null for the file beside the input that has {@code labels-idx1} in its name
     *     where the input has {@code images-idx3}, with or without {@code .gz}; without such a file, no labels
     * @throws InputException if there is no such input, it cannot be read, is damaged, or the labels are not as many as
     *     the rows
     */
    public static Dataset open(String input, @Nullable Path labels) {
        switch (input) {
            case "mnist":
                return labelled(Mnist.train(), labels);
            case "mnist-test":
                return labelled(Mnist.test(), labels);
            default:
                Path file = path(input);
                if (!Files.exists(file)) {
                    throw new InputException(
                            "input '" + input + "': neither a known name nor a file that exists, expected " + ACCEPTED);
                }
                Dataset rows = new Dataset(file.toString(), IdxReader.read(file).samples(), null);
                return labelled(rows, labels == null ? labelsBeside(file) : labels);
        }
    }

    private static Path path(String input) {
        try {
            if (!input.isEmpty()) {
                return Path.of(input);
            }
        } catch (InvalidPathException e) {
            throw new InputException("input '" + input + "': no name of a file, expected " + ACCEPTED, e);
        }
        throw new InputException("input '': nothing named, expected " + ACCEPTED);
    }

    private static @Nullable Path labelsBeside(Path images) {
        String name = String.valueOf(images.getFileName());
        if (!name.contains("images-idx3")) {
            return null;
        }
        String same = name.replace("images-idx3", "labels-idx1");
        String other = same.endsWith(".gz") ? same.substring(0, same.length() - 3) : same + ".gz";
        for (String candidate : List.of(same, other)) {
            Path file = images.resolveSibling(candidate);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    private static Dataset labelled(Dataset rows, @Nullable Path file) {
        if (file == null) {
            return rows;
        }
        Labels labels = IdxReader.read(file).labels();
        if (labels.size() != rows.samples().size()) {
            throw new InputException(file + ": " + labels.size() + " labels, expected "
                    + rows.samples().size() + ", one for each row of " + rows.name());
        }
        return new Dataset(rows.name(), rows.samples(), labels);
    }
}
