package org.gne.explorer;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finished map: the page ({@code /}), the payloads of the map ({@code /payload/NAME}), the rows ({@code /rows/PAGE},
 * {@value Payloads#PAGE_ROWS} per page), one value of every row ({@code /column/NUMBER}) and the category of every row
 * ({@code /category/FIRST-VALUE/VALUES}).
 */
final class MapSite implements Site {

    private static final String NO_ROWS =
            "The data was not given (gne explore DIR INPUT), so rows are shown as the decoder reconstructs them.";

    private final Payloads payloads;
    private final Map<String, Payload> named;
    private final Payload page;

    MapSite(MapContent content, Page bundled) {
        payloads = Payloads.of(content);
        named = payloads.always().stream().collect(Collectors.toMap(Payload::name, Function.identity()));
        String note = content.samples() == null ? NO_ROWS : null;
        page = bundled.payload(content.title(), Description.of(content, payloads.names(true), "server", note));
    }

    @Override
    public @Nullable Payload get(String path) {
        if (path.equals("/")) {
            return page;
        }
        if (path.startsWith("/payload/")) {
            return named.get(path.substring("/payload/".length()));
        }
        RowBytes rows = payloads.rows();
        if (rows == null) {
            return null;
        }
        if (path.matches("/column/\\d{1,8}")) {
            int value = Integer.parseInt(path.substring("/column/".length()));
            return value < rows.samples().width() ? rows.column(value) : null;
        }
        if (path.matches("/category/\\d{1,8}/\\d{1,8}")) {
            String[] parts = path.split("/", -1);
            int from = Integer.parseInt(parts[2]);
            int categories = Integer.parseInt(parts[3]);
            return from + categories <= rows.samples().width() ? rows.categories(from, categories) : null;
        }
        return path.matches("/rows/\\d{1,8}") ? rows(rows, path) : null;
    }

    private static @Nullable Payload rows(RowBytes rows, String path) {
        long from = Long.parseLong(path.substring("/rows/".length())) * Payloads.PAGE_ROWS;
        int size = rows.samples().size();
        if (from >= size) {
            return null;
        }
        int to = (int) Math.min(size, from + Payloads.PAGE_ROWS);
        return new Payload(path, (to - from) * rows.rowLength(), out -> rows.write(out, (int) from, to));
    }
}
