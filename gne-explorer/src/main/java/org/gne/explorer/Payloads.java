package org.gne.explorer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gne.data.Ids;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.jspecify.annotations.Nullable;

/**
 * All that the page loads of a map: {@code embedding} {@code [rows, 2]}, {@code decoder} (parameters in the order of {@link
 * org.gne.nn.MlpShape}), {@code scaling} (offsets, then factors), and where there are any {@code classes} (-1 where not
 * known), {@code errors}, {@code ids} (a JSON array), {@code map-0} and so on (maps of other methods, {@link PlaceSteps}),
 * {@code rows} ({@link RowBytes}).
 */
record Payloads(List<Payload> always, @Nullable RowBytes rows) {

    /** Rows that a server sends at once. */
    static final int PAGE_ROWS = 64;

    static final String ROWS = "rows";

    static Payloads of(MapContent content) {
        Scaling scaling = content.model().scaling();
        List<Payload> blocks = new ArrayList<>();
        blocks.add(Payload.ofFloats("embedding", content.model().embedding().values()));
        blocks.add(Payload.ofFloats("decoder", content.model().decoder().parameters()));
        int n = scaling.offset().length;
        float[] both = Arrays.copyOf(scaling.offset(), 2 * n);
        System.arraycopy(scaling.factor(), 0, both, n, n);
        blocks.add(Payload.ofFloats("scaling", both));
        if (content.labels() != null) {
            blocks.add(Payload.ofInts("classes", content.labels().classes()));
        }
        if (content.errors().length > 0) {
            blocks.add(Payload.ofFloats("errors", content.errors()));
        }
        if (content.ids() != null) {
            blocks.add(Payload.ofBytes("ids", json(content.ids())));
        }
        for (int i = 0; i < content.others().size(); i++) {
            blocks.add(new PlaceSteps(content.others().get(i).embedding()).block(other(i)));
        }
        Samples samples = content.samples();
        return new Payloads(
                blocks,
                samples == null ? null : RowBytes.of(samples, content.model().schema(), scaling));
    }

    /** The block of a map of another method. */
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

    /** What there is to load, rows included or not. */
    List<String> names(boolean withRows) {
        List<String> names = new ArrayList<>(always.stream().map(Payload::name).toList());
        if (withRows && rows != null) {
            names.add(ROWS);
        }
        return names;
    }
}
