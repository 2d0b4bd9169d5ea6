package org.gne.bench.cells;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gne.bench.Results;
import org.gne.data.AtomicFile;

/**
 * Joins the measures of all simulations, {@code CellsPage collect FOLDER RESULT.json}, and writes the section of gne-bench/cells into
 * docs/quality.md, between markers: {@code CellsPage page RESULT.json PAGE.md}.
 */
public final class CellsPage {

    private static final String BEGIN = "<!-- begin cells, written by gne-bench/cells -->\n";

    private static final String END = "<!-- end cells -->\n";

    private CellsPage() {}

    /** Runs a step. */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("collect")) {
            List<Object> all = new ArrayList<>();
            for (String name : List.of("groups", "path", "batches")) {
                Path file = Path.of(args[1]).resolve(name + "-collected.json");
                if (Files.exists(file)) {
                    all.add(Results.read(file));
                }
            }
            Results.write(Path.of(args[2]), Map.of("simulations", all));
            return;
        }
        Path page = Path.of(args[2]);
        byte[] text =
                with(Files.readString(page), Results.read(Path.of(args[1]))).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(page, out -> out.write(text));
    }

    /**
     * The page with a new section.
     *
     * @throws IllegalArgumentException if a marker is missing
     */
    static String with(String page, Map<String, Object> result) {
        int from = page.indexOf(BEGIN);
        int to = page.indexOf(END);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("quality.md: found no lines " + BEGIN.strip() + " and " + END.strip());
        }
        return page.substring(0, from + BEGIN.length())
                + CellsSection.of(Results.objects(result.get("simulations")))
                + page.substring(to);
    }
}
