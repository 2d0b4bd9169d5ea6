package org.gne.explorer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.FitRecord;
import org.gne.data.Column;
import org.gne.data.Labels;
import org.gne.data.Schema;
import org.gne.draw.ClassColors;
import org.gne.nn.HeadKinds;
import org.gne.nn.MlpShape;
import org.jspecify.annotations.Nullable;

/** What the page is told of a map, as JSON; {@code web/src/data/description.ts} is its other half. */
final class Description {

    private Description() {}

    /**
     * @param blocks what there is to load
     * @param source {@code server} or {@code embedded}
     * @param note what a reader should know of what is missing, or null
     */
    static String of(MapContent content, List<String> blocks, String source, @Nullable String note) {
        FitRecord record = content.model().record();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", 1);
        all.put("source", source);
        all.put("title", content.title());
        all.put("rows", content.rows());
        all.put("schema", schema(content));
        all.put("decoder", decoder(content.model().decoder().shape()));
        all.put("classes", classes(content.labels()));
        all.put("noClass", noClass());
        all.put("others", others(content.others()));
        all.put("blocks", blocks);
        all.put("pageRows", Payloads.PAGE_ROWS);
        all.put("preset", record.preset());
        all.put("seed", Long.toString(record.seed()));
        if (Double.isFinite(record.explainedError())) {
            all.put("explainedError", record.explainedError());
        }
        if (note != null) {
            all.put("note", note);
        }
        return json(all);
    }

    static String json(Map<String, Object> all) {
        try {
            return JSON.std.asString(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The colour of rows of no known class. */
    static String noClass() {
        return hex(-1);
    }

    private static Map<String, Object> schema(MapContent content) {
        Map<String, Object> told = new LinkedHashMap<>();
        if (content.model().schema() instanceof Schema.Picture picture) {
            float[] ends = RowBytes.pictureRange(content.model().scaling());
            told.put("kind", "picture");
            told.put("height", picture.height());
            told.put("columns", picture.columns());
            told.put("channels", picture.channels());
            told.put("low", ends[0]);
            told.put("high", ends[1]);
        } else if (content.model().schema() instanceof Schema.Columns table) {
            List<Object> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", column.name());
                one.put("kind", column.kind().name().toLowerCase(Locale.ROOT));
                one.put("categories", column.categories());
                columns.add(one);
            }
            told.put("kind", "table");
            told.put("columns", columns);
        }
        return told;
    }

    private static Map<String, Object> decoder(MlpShape shape) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("in", shape.in());
        told.put("hidden", shape.hidden());
        told.put("blocks", shape.blocks());
        told.put("out", shape.out());
        told.put("output", shape.heads().stretches().get(0).head() == HeadKinds.UNIT ? "sigmoid" : "identity");
        return told;
    }

    /** What classes are called and look like. */
    static List<Object> classes(@Nullable Labels labels) {
        List<Object> told = new ArrayList<>();
        for (int i = 0; labels != null && i < labels.names().size(); i++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", labels.names().get(i));
            one.put("color", hex(i));
            one.put("mark", ClassColors.markOf(i));
            told.add(one);
        }
        return told;
    }

    private static List<Object> others(List<ComparedMap> maps) {
        List<Object> told = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            told.add(Map.of("name", maps.get(i).name(), "block", Payloads.other(i)));
        }
        return told;
    }

    private static String hex(int label) {
        return String.format("#%06x", ClassColors.of(label).getRGB() & 0xffffff);
    }
}
