package org.gne.io.hdf;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.jspecify.annotations.Nullable;

/** An HDF5 file. Links in it are not followed, because they can lead to other files. */
final class Hdf implements Closeable {

    /** Groups can contain themselves. */
    private static final int DEEPEST = 8;

    private static final int MOST_LISTED = 10_000;

    private static final int LONGEST = 200;

    private final String name;
    private final HdfFile file;
    private final FileChannel channel;

    private Hdf(String name, HdfFile file, FileChannel channel) {
        this.name = name;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a file.
     *
     * @throws InputException if it is no HDF5 file
     */
    static Hdf open(InputSource source) throws IOException {
        HdfFile file = guarded(source.text(), () -> new HdfFile(source.path()));
        long end = guarded(
                source.text(), () -> file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress());
        FileChannel channel = FileChannel.open(source.path(), StandardOpenOption.READ);
        Hdf opened = new Hdf(source.text(), file, channel);
        if (channel.size() < end) {
            opened.close();
            throw new InputException(
                    source.text() + ": is damaged HDF5: found " + channel.size() + " bytes, expected " + end);
        }
        return opened;
    }

    /**
     * Bytes of the file.
     *
     * @param address the first one, counted from the end of the user block
     * @throws InputException if the file ends before
     */
    ByteBuffer bytes(String place, long address, int count) {
        try {
            long from = file.getUserBlockSize() + address;
            if (from < 0 || from > channel.size() - count) {
                throw new InputException(place + ": found values beyond the end of the file, expected them in it");
            }
            ByteBuffer bytes = ByteBuffer.allocate(count);
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the file, for messages. */
    String name() {
        return name;
    }

    /**
     * Reads something. For damaged bytes the library throws all kinds of exceptions, and allocates what damaged sizes ask for.
     *
     * @throws InputException if reading fails
     */
    static <T> T guarded(String place, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            Throwable cause = e;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new InputException(
                    place + ": is damaged HDF5, or of a kind that cannot be read: "
                            + (why.length() <= LONGEST ? why : why.substring(0, LONGEST) + "..."),
                    e);
        }
    }

    /** The place of a node, for messages. */
    String place(String path) {
        return name + ", '" + path + "'";
    }

    /**
     * The node with a path such as {@code layers/counts}, null if there is none.
     *
     * @throws InputException if a part of the path is a link
     */
    @Nullable Node find(String path) {
        return guarded(place(path), () -> {
            Node node = file;
            for (String part : path.split("/")) {
                if (part.isEmpty()) {
                    continue;
                }
                Node child = node instanceof Group group ? group.getChild(part) : null;
                if (child == null) {
                    return null;
                }
                if (child.isLink()) {
                    throw new InputException(place(path) + ": is a link, expected the data itself");
                }
                node = child;
            }
            return node;
        });
    }

    /**
     * The dataset with a path.
     *
     * @throws InputException if there is none
     */
    Dataset dataset(String path) {
        if (find(path) instanceof Dataset dataset) {
            return dataset;
        }
        throw new InputException(place(path) + ": is not in the file, expected a dataset");
    }

    /** The names of what is in a group that is no link, empty if there is no such group. */
    List<String> names(String path) {
        return guarded(
                place(path),
                () -> find(path) instanceof Group group
                        ? group.getChildren().values().stream()
                                .filter(child -> !child.isLink())
                                .map(Node::getName)
                                .toList()
                        : List.of());
    }

    /** The paths of all datasets. */
    List<String> datasets() {
        List<String> found = new ArrayList<>();
        collect("", 0, found);
        return found;
    }

    private void collect(String path, int depth, List<String> found) {
        for (String child : names(path)) {
            String below = path.isEmpty() ? child : path + "/" + child;
            Node node = find(below);
            if (found.size() < MOST_LISTED && node instanceof Dataset) {
                found.add(below);
            } else if (depth < DEEPEST && node instanceof Group) {
                collect(below, depth + 1, found);
            }
        }
    }

    /** The value of an attribute, null if there is none. */
    @Nullable Object attribute(String path, String attribute) {
        Node node = find(path);
        return guarded(place(path), () -> {
            Attribute found = node == null ? null : node.getAttribute(attribute);
            return found == null ? null : found.getData();
        });
    }

    /** An attribute as text, null if there is none. */
    @Nullable String text(String path, String attribute) {
        Object value = attribute(path, attribute);
        return value == null ? null : value.toString();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            guarded(name, () -> {
                file.close();
                return name;
            });
        }
    }
}
