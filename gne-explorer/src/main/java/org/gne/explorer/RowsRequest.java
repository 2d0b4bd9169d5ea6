package org.gne.explorer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gne.io.export.RowTags;
import org.jspecify.annotations.Nullable;

/** What the page sends: JSON with the numbers of rows. */
final class RowsRequest {

    private RowsRequest() {}

    /**
     * Reads {@code {"changes": [{"tag": "odd", "rows": [1, 2]}, ...]}}.
     *
     * @throws IllegalArgumentException if the text is another
     */
    static List<RowTags.Change> changes(byte[] body) {
        List<RowTags.Change> changes = new ArrayList<>();
        if (!(parsed(body).get("changes") instanceof List<?> list)) {
            throw new IllegalArgumentException("found no changes, expected a list");
        }
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> change) || !(change.get("tag") instanceof String tag)) {
                throw new IllegalArgumentException("found a change without a tag, expected tag and rows");
            }
            changes.add(new RowTags.Change(tag, numbers(change.get("rows"))));
        }
        return changes;
    }

    /**
     * Reads {@code {"rows": [1, 2]}}, or all rows if there is no such member.
     *
     * @param all the number of rows of the map
     * @return ascending numbers
     * @throws IllegalArgumentException if the text is another, or there is no such row
     */
    static int[] rows(byte[] body, int all) {
        Object given = parsed(body).get("rows");
        if (given == null) {
            return IntStream.range(0, all).toArray();
        }
        int[] rows = IntStream.of(numbers(given)).distinct().sorted().toArray();
        if (rows.length > 0 && (rows[0] < 0 || rows[rows.length - 1] >= all)) {
            throw new IllegalArgumentException(
                    "rows: found " + rows[0] + " to " + rows[rows.length - 1] + ", expected 0 to " + (all - 1));
        }
        return rows;
    }

    private static Map<String, Object> parsed(byte[] body) {
        try {
            Map<String, Object> members = JSON.std.mapFrom(body);
            return members == null ? Map.of() : members;
        } catch (IOException e) {
            throw new IllegalArgumentException("found a text that is no JSON object, expected one", e);
        }
    }

    private static int[] numbers(@Nullable Object given) {
        if (!(given instanceof List<?> list) || !list.stream().allMatch(Integer.class::isInstance)) {
            throw new IllegalArgumentException("rows: found no list of whole numbers, expected one");
        }
        return list.stream().mapToInt(Integer.class::cast).toArray();
    }
}
