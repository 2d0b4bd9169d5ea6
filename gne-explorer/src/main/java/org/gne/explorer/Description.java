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

/** Describes a map to the page, as JSON. {@code web/src/data/description.ts} declares the same members. */
final class Description {

    private Description() {}

    /**
     * @param payloads the names of the payloads that the page can load
     * @param source {@code server} or {@code embedded}
     * @param note a sentence for the reader about what the page leaves out, or null
     */
    static String of(MapContent content, List<String> payloads, String source, @Nullable String note) {
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
        all.put("payloads", payloads);
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

    /** The colour of rows whose class is not known. */
    static String noClass() {
        return hex(-1);
    }

    private static Map<String, Object> schema(MapContent content) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (content.model().schema() instanceof Schema.Picture picture) {
            float[] ends = RowBytes.pictureRange(content.model().scaling());
            members.put("kind", "picture");
            members.put("height", picture.height());
            members.put("columns", picture.columns());
            members.put("channels", picture.channels());
            members.put("low", ends[0]);
            members.put("high", ends[1]);
        } else if (content.model().schema() instanceof Schema.Columns table) {
            List<Object> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", column.name());
                one.put("kind", column.kind().name().toLowerCase(Locale.ROOT));
                one.put("categories", column.categories());
                columns.add(one);
            }
            members.put("kind", "table");
            members.put("columns", columns);
        }
        return members;
    }

    private static Map<String, Object> decoder(MlpShape shape) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("in", shape.in());
        members.put("hidden", shape.hidden());
        members.put("blocks", shape.blocks());
        members.put("out", shape.out());
        members.put("output", shape.heads().stretches().get(0).head() == HeadKinds.UNIT ? "sigmoid" : "identity");
        return members;
    }

    /** Name, colour and mark of each class. */
    static List<Object> classes(@Nullable Labels labels) {
        List<Object> members = new ArrayList<>();
        for (int i = 0; labels != null && i < labels.names().size(); i++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", labels.names().get(i));
            one.put("color", hex(i));
            one.put("mark", ClassColors.markOf(i));
            members.add(one);
        }
        return members;
    }

    private static List<Object> others(List<ComparedMap> maps) {
        List<Object> members = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            members.add(Map.of("name", maps.get(i).name(), "payload", Payloads.other(i)));
        }
        return members;
    }

    private static String hex(int label) {
        return String.format("#%06x", ClassColors.of(label).getRGB() & 0xffffff);
    }
}
