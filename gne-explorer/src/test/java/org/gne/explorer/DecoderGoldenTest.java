package org.gne.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gne.GneModel;
import org.gne.Placer;
import org.gne.data.Scaling;
import org.gne.nn.HeadKinds;
import org.gne.nn.Heads;
import org.gne.nn.Stretch;
import org.gne.place.PlacementOptions;
import org.junit.jupiter.api.Test;

/**
 * The samples that the page's decoder is held to, {@code web/test/decoder.json}: the page's own test reads them, and this
 * one sees that they are still what Java computes.
 */
class DecoderGoldenTest {

    private static final Path GOLDEN = Path.of("web", "test", "decoder.json");

    @Test
    void thePagesGoldenIsWhatJavaDecodes() throws IOException {
        List<Object> cases = new ArrayList<>();
        for (GneModel model : List.of(Maps.pictures(30, 2), Maps.table(30), Maps.mixed(30))) {
            cases.add(golden(model));
        }
        String now = JSON.std.asString(cases) + "\n";
        Path written = Files.writeString(Path.of("target", "decoder.json"), now);
        assertThat(floats(JSON.std.anyFrom(Files.readString(GOLDEN))))
                .as("%s differs from %s; copy it there if Java is right", GOLDEN, written)
                .isEqualTo(floats(JSON.std.anyFrom(now)));
    }

    /** All numbers as the floats that they are: their shortest text differs from one JDK to another. */
    private static Object floats(Object json) {
        if (json instanceof Number number) {
            return number.floatValue();
        }
        if (json instanceof List<?> list) {
            return list.stream().map(DecoderGoldenTest::floats).toList();
        }
        if (json instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((name, value) -> all.put(name, floats(value)));
            return all;
        }
        return json;
    }

    private static Map<String, Object> golden(GneModel model) throws IOException {
        float[] numbers = Maps.numbers(40, 11);
        float[][] places = new float[20][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new float[] {3 * numbers[2 * i], 3 * numbers[2 * i + 1]};
        }
        Scaling scaling = model.scaling();
        Map<String, Object> golden = new LinkedHashMap<>();
        golden.put(
                "description",
                JSON.std.mapFrom(Description.of(
                        MapContent.of("golden", model, null),
                        List.of(),
                        Abilities.ofServer(ServerTools.NONE, Secret.random()),
                        null)));
        golden.put("parameters", model.decoder().parameters());
        golden.put("scaling", numbers(Payloads.numbers(scaling)));
        golden.put("places", places);
        golden.put("decoded", model.decoder().decode(places));
        golden.put("generated", model.generate(places));
        errors(model, places, golden);
        return golden;
    }

    /** Rows, among them one with gaps, as the data has them and scaled, and their errors at the first places. */
    private static void errors(GneModel model, float[][] places, Map<String, Object> golden) {
        List<Object> rows = new ArrayList<>();
        List<Object> scaled = new ArrayList<>();
        double[] errors = new double[4];
        float[][] means = model.decoder().decode(places);
        Heads heads = model.decoder().heads();
        float[][] generated = model.generate(places);
        for (int i = 0; i < errors.length; i++) {
            float[] row = generated[10 + i].clone();
            whole(heads, row);
            if (i == 1) {
                row[row.length - 1] = Float.NaN;
                row[0] = Float.NaN;
            }
            rows.add(numbers(row));
            model.scaling().apply(row, 0, row.length);
            scaled.add(numbers(row));
            errors[i] = heads.deviance(row, 0, means[i], 0, new double[row.length]) / heads.known(row, 0);
        }
        golden.put("rows", rows);
        golden.put("scaled", scaled);
        golden.put("errors", errors);
        golden.put(
                "map",
                IntStream.range(0, model.embedding().size())
                        .mapToObj(i -> new float[] {
                            model.embedding().get(i, 0), model.embedding().get(i, 1)
                        })
                        .toList());
        golden.put("placed", placed(model, rows));
    }

    /** Where {@code gne place} places the rows, and their errors there. */
    private static List<Object> placed(GneModel model, List<Object> rows) {
        Placer placer = model.placer(PlacementOptions.defaults(), 1);
        List<Object> placed = new ArrayList<>();
        for (Object row : rows) {
            List<?> values = (List<?>) row;
            float[] known = new float[values.size()];
            for (int j = 0; j < known.length; j++) {
                known[j] = values.get(j) == null ? Float.NaN : (Float) values.get(j);
            }
            float[] place = new float[2];
            float error = placer.place(known, place);
            placed.add(Map.of("place", place, "error", error));
        }
        return placed;
    }

    /** Makes booleans, categories and counts what they are in data. */
    private static void whole(Heads heads, float[] row) {
        for (Stretch stretch : heads.stretches()) {
            int largest = stretch.from();
            for (int j = stretch.from(); j < stretch.to(); j++) {
                largest = row[j] > row[largest] ? j : largest;
                if (stretch.head() == HeadKinds.BINARY || stretch.head() == HeadKinds.COUNT) {
                    row[j] = Math.round(row[j]);
                }
            }
            for (int j = stretch.from(); j < stretch.to() && stretch.head().joint(); j++) {
                row[j] = j == largest ? 1 : 0;
            }
        }
    }

    /** JSON has no NaN: null. */
    private static List<Float> numbers(float[] values) {
        List<Float> numbers = new ArrayList<>();
        for (float value : values) {
            numbers.add(Float.isNaN(value) ? null : (Float) value);
        }
        return numbers;
    }
}
