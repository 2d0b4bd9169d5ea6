package org.gne.explorer;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A map: the page ({@code /}), the blocks of the map ({@code /block/NAME}), its rows ({@code /rows/PAGE}, {@value
 * Payloads#PAGE_ROWS} at a time) and one value of all of them ({@code /column/NUMBER}).
 */
final class MapSite implements Site {

    private static final String NO_ROWS =
            "The rows themselves were not given (gne explore DIR INPUT); what is shown of a row is how the map draws it.";

    private final Payloads blocks;
    private final Map<String, Payload> named;
    private final Payload page;

    MapSite(MapContent content, Page bundled) {
        blocks = Payloads.of(content);
        named = blocks.always().stream().collect(Collectors.toMap(Payload::name, Function.identity()));
        String note = content.samples() == null ? NO_ROWS : null;
        page = bundled.block(content.title(), Description.of(content, blocks.names(true), "server", note));
    }

    @Override
    public @Nullable Payload get(String path) {
        if (path.equals("/")) {
            return page;
        }
        if (path.startsWith("/block/")) {
            return named.get(path.substring("/block/".length()));
        }
        RowBytes rows = blocks.rows();
        if (rows == null) {
            return null;
        }
        if (path.matches("/column/\\d{1,8}")) {
            int value = Integer.parseInt(path.substring("/column/".length()));
            return value < rows.samples().width() ? rows.column(value) : null;
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
