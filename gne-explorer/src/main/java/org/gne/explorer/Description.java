package org.gne.explorer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.awt.Color;
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
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.data.Schema;
import org.gne.data.Tails;
import org.gne.data.Target;
import org.gne.draw.ClassColors;
import org.gne.draw.ClassLooks;
import org.gne.draw.ShortNames;
import org.gne.nn.Encoding;
import org.gne.nn.GridEncoding;
import org.gne.nn.MlpShape;
import org.gne.nn.SineEncoding;
import org.gne.nn.Stretch;
import org.jspecify.annotations.Nullable;

/** Describes a map to the page, as JSON. {@code web/src/data/description.ts} declares the same members. */
final class Description {

    private Description() {}

    /**
     * @param payloads the names of the payloads that the page can load
     * @param abilities what the page can do beside showing the map
     * @param note a sentence for the reader about what the page leaves out, or null
     */
    static String of(MapContent content, List<String> payloads, Abilities abilities, @Nullable String note) {
        FitRecord record = content.model().record();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", 1);
        all.put("source", abilities.source());
        all.put("title", content.title());
        all.put("rows", content.rows());
        all.put("schema", schema(content));
        all.put("decoder", decoder(content.model().decoder().shape()));
        Tails tails = content.model().scaling().tails();
        if (tails != null) {
            all.put("limit", tails.limit());
        }
        labels(all, content.labels());
        all.put("others", others(content.others()));
        if (content.clusters() != null) {
            all.put("clusters", content.clusters().described());
        }
        if (content.moves() != null) {
            all.put(
                    "moves",
                    Map.of(
                            "name",
                            content.moves().name(),
                            "text",
                            content.moves().text(),
                            "kinds",
                            content.moves().kinds().names()));
        }
        if (!content.facts().isEmpty()) {
            all.put("facts", facts(content.facts()));
        }
        all.put("payloads", payloads);
        all.put("pageRows", Payloads.PAGE_ROWS);
        all.put("preset", record.preset());
        all.put("seed", Long.toString(record.seed()));
        if (Double.isFinite(record.explainedError())) {
            all.put("explainedError", record.explainedError());
        }
        if (Double.isFinite(content.model().explained().total())) {
            all.put("explained", content.model().explained().total());
            all.put("nullError", content.model().explained().nullError());
        }
        if (content.model().awayWeight() > 0) {
            all.put("awayWeight", content.model().awayWeight());
        }
        abilities.describe(all);
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

    /** Adds the members on labels: the look of each class, the name of labels that are numbers, the colour of all other rows. */
    static void labels(Map<String, Object> all, @Nullable RowLabels labels) {
        all.put("classes", labels instanceof Labels classes ? classes(classes) : List.of());
        if (labels instanceof Target target) {
            all.put("target", target.name());
        }
        all.put("noClass", hex(ClassColors.of(-1)));
        all.put("palette", palette());
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
            members.put("kind", "table");
            members.put("columns", columns(table, content.model().explained().columns()));
        }
        return members;
    }

    /**
     * @param explained {@code [width]}: the explained share of each column, or empty if it is not known
     */
    private static List<Object> columns(Schema.Columns table, double[] explained) {
        List<Object> columns = new ArrayList<>();
        int from = 0;
        for (Column column : table.columns()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", column.name());
            one.put("kind", column.kind().name().toLowerCase(Locale.ROOT));
            one.put("categories", column.categories());
            if (column.source() != null) {
                one.put("size", column.source().size());
            }
            if (column.origin() != 0 || column.unit() != 1) {
                one.put("origin", column.origin());
                one.put("unit", column.unit());
            }
            if (column.source() == null && explained.length > from && Double.isFinite(explained[from])) {
                one.put("explained", explained[from]);
            }
            columns.add(one);
            from += column.width();
        }
        return columns;
    }

    private static Map<String, Object> decoder(MlpShape shape) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("in", shape.in());
        members.put("encoding", encoding(shape.encoding()));
        members.put("hidden", shape.hidden());
        members.put("blocks", shape.blocks());
        members.put("out", shape.out());
        members.put(
                "heads",
                shape.heads().stretches().stream().map(Description::head).toList());
        return members;
    }

    private static Map<String, Object> encoding(Encoding encoding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", encoding.key());
        if (encoding instanceof GridEncoding grids) {
            members.put("cells", grids.cells());
            members.put("channels", grids.channels());
            members.put("margin", GridEncoding.MARGIN);
        } else if (encoding instanceof SineEncoding waves) {
            members.put("features", waves.features());
        }
        return members;
    }

    private static float[] scales(Stretch stretch) {
        float[] scales = new float[stretch.width()];
        boolean same = true;
        for (int j = 0; j < scales.length; j++) {
            scales[j] = stretch.scale(j);
            same &= scales[j] == scales[0];
        }
        return same ? new float[] {scales[0]} : scales;
    }

    private static Map<String, Object> head(Stretch stretch) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("head", stretch.head().key());
        members.put("from", stretch.from());
        members.put("width", stretch.width());
        members.put("weights", stretch.weights());
        members.put("scales", scales(stretch));
        if (stretch.dispersion().length > 0) {
            members.put("dispersion", stretch.dispersion());
            members.put("usual", stretch.usual());
        }
        return members;
    }

    /** The colours of categories, each for a light and for a dark page. */
    private static List<Object> palette() {
        List<Object> colors = new ArrayList<>();
        for (int i = 0; i < ClassColors.COUNT; i++) {
            colors.add(List.of(hex(ClassColors.of(i)), hex(ClassColors.onDark(i))));
        }
        return colors;
    }

    /** Name, short name if it is another one, colour and mark of each class, and whether it shares a look with all other small classes. */
    private static List<Object> classes(Labels labels) {
        ClassLooks looks = ClassLooks.of(labels);
        ShortNames shortNames = ShortNames.of(labels.names());
        List<Object> members = new ArrayList<>();
        for (int i = 0; i < labels.names().size(); i++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", labels.names().get(i));
            if (!shortNames.get(i).equals(labels.names().get(i))) {
                one.put("short", shortNames.get(i));
            }
            one.put("color", hex(looks.color(i)));
            one.put("dark", hex(looks.colorOnDark(i)));
            one.put("mark", looks.mark(i));
            if (looks.isOther(i)) {
                one.put("other", true);
            }
            members.add(one);
        }
        return members;
    }

    private static List<Object> facts(List<RowFact> facts) {
        List<Object> members = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", facts.get(i).name());
            one.put("payload", Payloads.fact(i));
            if (facts.get(i).values() instanceof Labels classes) {
                one.put("categories", classes.names());
            }
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

    private static String hex(Color color) {
        return String.format("#%06x", color.getRGB() & 0xffffff);
    }
}
