package org.gne.explorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Ids;
import org.gne.io.export.RowTags;
import org.gne.io.export.TagsCsv;
import org.jspecify.annotations.Nullable;

/**
 * The file beside a model that keeps the tags of its rows, for the page ({@link TagsCsv}). It is read whenever the tags are asked for, because people may
 * edit it meanwhile. It serves several threads.
 */
public final class TagFile {

    private final Path file;
    private final int rows;
    private final @Nullable Ids ids;

    /**
     * The tags of a map.
     *
     * @param file the file; it need not exist
     * @param rows the number of rows of the map
     * @param ids their ids, or null if they are not known
     */
    public TagFile(Path file, int rows, @Nullable Ids ids) {
        this.file = file;
        this.rows = rows;
        this.ids = ids;
    }

    /** The name of the file without its folder. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    /**
     * The tags that the file has now.
     *
     * @throws IOException if it cannot be read, as {@link TagsCsv#read} says
     */
    public synchronized RowTags read() throws IOException {
        return TagsCsv.read(file, rows, ids);
    }

    /**
     * Changes the file.
     *
     * @return the tags that it has now
     * @throws IllegalArgumentException if a change is not possible; the file stays as it was
     * @throws IOException if the file cannot be read or written; it stays as it was
     */
    synchronized RowTags change(List<RowTags.Change> changes) throws IOException {
        RowTags changed = read().with(changes);
        TagsCsv.write(file, changed, ids);
        return changed;
    }

    /** Tags as the page reads them: {@code names}, {@code rows} (of each name, ascending) and {@code problems}. */
    static Map<String, Object> described(RowTags tags) {
        Map<String, List<Integer>> rowsOf = new LinkedHashMap<>();
        for (int row = 0; row < tags.rows(); row++) {
            String tag = tags.of(row);
            if (tag != null) {
                rowsOf.computeIfAbsent(tag, name -> new ArrayList<>()).add(row);
            }
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("names", new ArrayList<>(rowsOf.keySet()));
        members.put("rows", new ArrayList<>(rowsOf.values()));
        members.put("problems", tags.problems());
        return members;
    }
}
