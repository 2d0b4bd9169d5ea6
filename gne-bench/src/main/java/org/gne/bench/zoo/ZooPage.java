package org.gne.bench.zoo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gne.bench.Results;
import org.gne.data.AtomicFile;

/**
 * Writes the sections of gne-bench/zoo into docs/quality.md, between markers: {@code ZooPage RESULT.json PAGE.md}. The rest of
 * the page is written by hand.
 */
public final class ZooPage {

    private ZooPage() {}

    /** Replaces the sections. */
    public static void main(String[] args) throws IOException {
        Path page = Path.of(args[1]);
        byte[] text =
                with(Files.readString(page), Results.read(Path.of(args[0]))).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(page, out -> out.write(text));
    }

    /**
     * The page with new sections.
     *
     * @throws IllegalArgumentException if a marker is missing
     */
    static String with(String page, Map<String, Object> result) {
        String zoo = between(page, "zoo", ZooSection.of(Results.objects(result.get("tables"))));
        return between(zoo, "imputation", ImputationSection.of(Results.objects(result.get("imputation"))));
    }

    private static String between(String page, String name, String text) {
        String begin = "<!-- begin " + name + ", written by gne-bench/zoo -->\n";
        String end = "<!-- end " + name + " -->\n";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("quality.md: found no lines " + begin.strip() + " and " + end.strip());
        }
        return page.substring(0, from + begin.length()) + text + page.substring(to);
    }
}
