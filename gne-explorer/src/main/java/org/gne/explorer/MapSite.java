package org.gne.explorer;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gne.io.export.RowTags;
import org.jspecify.annotations.Nullable;

/**
 * A finished map: the page ({@code /}), the payloads of the map ({@code /payload/NAME}), the rows ({@code /rows/PAGE},
 * {@value Payloads#PAGE_ROWS} per page; {@code /some/NUMBER,NUMBER,...}), one value of every row ({@code /column/NUMBER}), the category of every row
 * ({@code /category/FIRST-VALUE/VALUES}), the tags of rows ({@code /tags}) and, for a map of texts, the rows closest in meaning to a text ({@code
 * /find/TEXT}). POST: {@code /tags} changes tags, {@code /parquet} answers with rows as Parquet ({@link RowsRequest}).
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
    private final ServerTools tools;
    private final Secret token = Secret.random();
    private final int size;

    MapSite(MapContent content, ServerTools tools, Page bundled) {
        this.tools = tools;
        size = content.rows();
        payloads = Payloads.of(content);
        named = payloads.always().stream().collect(Collectors.toMap(Payload::name, Function.identity()));
        String note = content.samples() == null ? NO_ROWS : null;
        String description = Description.of(content, payloads.names(true), Abilities.ofServer(tools, token), note);
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
        if (path.equals("/tags")) {
            return tags();
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
        MeaningSearch search = tools.search();
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
        return Payload.ofJson("found", answer);
    }

    @Override
    public boolean trusts(@Nullable String given) {
        return token.is(given);
    }

    /** The tags of the rows, or why they cannot be read. */
    private @Nullable Payload tags() {
        TagFile file = tools.tags();
        if (file == null) {
            return null;
        }
        try {
            return Payload.ofJson("tags", TagFile.described(file.read()));
        } catch (IOException e) {
            return Payload.ofJson("tags", Map.of("failure", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public @Nullable Payload post(String path, byte[] body) throws IOException {
        TagFile tags = tools.tags();
        if (tags != null && path.equals("/tags")) {
            return Payload.ofJson("tags", TagFile.described(tags.change(RowsRequest.changes(body))));
        }
        RowsExport parquet = tools.parquet();
        if (parquet != null && path.equals("/parquet")) {
            RowTags given = tags == null ? RowTags.none(size) : tags.read();
            return deleted(parquet.write(RowsRequest.rows(body, size), given));
        }
        return null;
    }

    /** The content of a file, which is deleted when it has been sent. */
    private static Payload deleted(Path file) throws IOException {
        return new Payload("parquet", Files.size(file), out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.delete(file);
            }
        });
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
