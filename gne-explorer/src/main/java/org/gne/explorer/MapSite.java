package org.gne.explorer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finished map: the page ({@code /}), the payloads of the map ({@code /payload/NAME}), the rows ({@code /rows/PAGE},
 * {@value Payloads#PAGE_ROWS} per page; {@code /some/NUMBER,NUMBER,...}), one value of every row ({@code /column/NUMBER}), the category of every row
 * ({@code /category/FIRST-VALUE/VALUES}) and, for a map of texts, the rows closest in meaning to a text ({@code /find/TEXT}).
 */
final class MapSite implements Site {

    private static final String NO_ROWS =
            "The data was not given (gne explore DIR INPUT), so rows are shown as the decoder reconstructs them.";

    /** Rows that a search by meaning returns. */
    private static final int MOST_FOUND = 50;

    /** Rows in one answer to a request for rows by their numbers. */
    private static final int MOST_SOME = 256;

    private final Payloads payloads;
    private final Map<String, Payload> named;
    private final Payload page;
    private final @Nullable MeaningSearch search;

    MapSite(MapContent content, @Nullable MeaningSearch search, Page bundled) {
        this.search = search;
        payloads = Payloads.of(content);
        named = payloads.always().stream().collect(Collectors.toMap(Payload::name, Function.identity()));
        String note = content.samples() == null ? NO_ROWS : null;
        String description = Description.of(content, payloads.names(true), "server", note, search != null);
        page = bundled.payload(content.title(), description);
    }

    @Override
    public @Nullable Payload get(String path) {
        if (path.equals("/")) {
            return page;
        }
        if (path.startsWith("/payload/")) {
            return named.get(path.substring("/payload/".length()));
        }
        if (path.startsWith("/find/")) {
            return found(path.substring("/find/".length()));
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
        if (path.startsWith("/some/")) {
            return some(rows, path.substring("/some/".length()));
        }
        return path.matches("/rows/\\d{1,8}") ? rows(rows, path) : null;
    }

    /**
     * The rows closest in meaning to a text, as JSON.
     *
     * @param encoded the text as part of an address
     */
    private @Nullable Payload found(String encoded) {
        if (search == null) {
            return null;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            String text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            MeaningSearch.Found found = search.find(text, MOST_FOUND);
            answer.put("place", found.place());
            answer.put("words", found.words().stream().map(MapSite::described).toList());
            answer.put("rows", found.rows());
            answer.put("cosines", found.cosines());
        } catch (IllegalArgumentException e) {
            answer.put("failure", String.valueOf(e.getMessage()));
        }
        return Payload.ofBytes("found", Description.json(answer).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> described(MeaningSearch.Word word) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("word", word.word());
        members.put("share", word.share());
        return members;
    }

    /**
     * Some rows.
     *
     * @param numbers the numbers of the rows, with commas between them
     */
    private static @Nullable Payload some(RowBytes rows, String numbers) {
        String[] parts = numbers.split(",", -1);
        // Not one pattern for all: it would need a deep stack.
        if (parts.length > MOST_SOME || !Arrays.stream(parts).allMatch(part -> part.matches("\\d{1,9}"))) {
            return null;
        }
        int[] some = Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
        boolean known = Arrays.stream(some).allMatch(row -> row < rows.samples().size());
        return known ? new Payload("some", (long) some.length * rows.rowLength(), to -> rows.write(to, some)) : null;
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
