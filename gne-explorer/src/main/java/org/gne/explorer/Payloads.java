package org.gne.explorer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Tails;
import org.gne.data.Target;
import org.gne.io.export.RowTags;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page loads of a map: {@code embedding} {@code [rows, 2]}, {@code decoder} (parameters in the order of
 * {@link org.gne.nn.MlpShape}) and {@code scaling} ({@link #numbers}). If the map has them, also {@code classes} (-1
 * for a row without a class) or {@code target} (doubles, NaN for a row without a number), {@code errors}, {@code ids} (a JSON array), {@code before} {@code [rows, 2]} and {@code kinds} ({@link RowMoves}), {@code clusters} ({@link MapClusters#rows}), {@code fact-0} ..., {@code map-0}, {@code map-1} ... (maps of other
 * methods, {@link PlaceSteps}) and {@code rows} ({@link RowBytes}).
 */
record Payloads(List<Payload> always, @Nullable RowBytes rows) {

    /** Rows in one answer of the server. */
    static final int PAGE_ROWS = 64;

    static final String ROWS = "rows";

    static Payloads of(MapContent content) {
        Scaling scaling = content.model().scaling();
        List<Payload> payloads = new ArrayList<>();
        payloads.add(Payload.ofFloats("embedding", content.model().embedding().values()));
        payloads.add(Payload.ofFloats("decoder", content.model().decoder().parameters()));
        payloads.add(Payload.ofFloats("scaling", numbers(scaling)));
        Payload labels = labels(content.labels());
        if (labels != null) {
            payloads.add(labels);
        }
        if (content.errors().length > 0) {
            payloads.add(Payload.ofFloats("errors", content.errors()));
        }
        if (content.ids() != null) {
            payloads.add(Payload.ofBytes("ids", json(content.ids())));
        }
        if (content.clusters() != null) {
            payloads.add(content.clusters().rows());
        }
        if (content.moves() != null) {
            payloads.add(Payload.ofFloats("before", content.moves().before().values()));
            payloads.add(Payload.ofInts("kinds", content.moves().kinds().classes()));
        }
        for (int i = 0; i < content.facts().size(); i++) {
            payloads.add(fact(i, content.facts().get(i).values()));
        }
        for (int i = 0; i < content.others().size(); i++) {
            payloads.add(new PlaceSteps(content.others().get(i).embedding()).payload(other(i)));
        }
        Samples samples = content.samples();
        return new Payloads(
                payloads,
                samples == null ? null : RowBytes.of(samples, content.model().schema(), scaling));
    }

    /** These payloads and, if any row has one, {@code tags} ({@link TagFile#described}). */
    Payloads with(RowTags tags) {
        if (tags.isEmpty()) {
            return this;
        }
        List<Payload> more = new ArrayList<>(always);
        more.add(Payload.ofJson("tags", TagFile.described(tags)));
        return new Payloads(more, rows);
    }

    /** The labels of the rows: {@code classes} or {@code target}; null if there are none. */
    static @Nullable Payload labels(@Nullable RowLabels labels) {
        if (labels instanceof Labels classes) {
            return Payload.ofInts("classes", classes.classes());
        }
        return labels instanceof Target target ? Payload.ofDoubles("target", target.values()) : null;
    }

    /**
     * The numbers of a scaling: offsets, then factors. With tails, three more per column: shifts of logarithms (NaN where the
     * value itself is scaled), lowest and highest values.
     */
    static float[] numbers(Scaling scaling) {
        Tails tails = scaling.tails();
        List<float[]> parts = tails == null
                ? List.of(scaling.offset(), scaling.factor())
                : List.of(scaling.offset(), scaling.factor(), tails.shift(), tails.low(), tails.high());
        int n = scaling.offset().length;
        float[] numbers = new float[parts.size() * n];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i), 0, numbers, i * n, n);
        }
        return numbers;
    }

    private static Payload fact(int index, RowLabels values) {
        return values instanceof Labels classes
                ? Payload.ofInts(fact(index), classes.classes())
                : Payload.ofDoubles(fact(index), ((Target) values).values());
    }

    /** The name of the payload of a fact: ints for classes, doubles for numbers. */
    static String fact(int index) {
        return "fact-" + index;
    }

    /** The name of the payload of another method's map. */
    static String other(int index) {
        return "map-" + index;
    }

    private static byte[] json(Ids ids) {
        List<String> names = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            names.add(ids.get(i));
        }
        try {
            return JSON.std.asString(names).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all payloads, with or without the rows. */
    List<String> names(boolean withRows) {
        List<String> names = new ArrayList<>(always.stream().map(Payload::name).toList());
        if (withRows && rows != null) {
            names.add(ROWS);
        }
        return names;
    }
}
