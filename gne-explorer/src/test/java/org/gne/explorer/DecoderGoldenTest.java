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
import org.gne.GneModel;
import org.gne.data.Scaling;
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
        for (GneModel model : List.of(Maps.pictures(3, 2), Maps.table(3))) {
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
                JSON.std.mapFrom(Description.of(MapContent.of("golden", model, null), List.of(), "server", null)));
        golden.put("parameters", model.decoder().parameters());
        golden.put("offset", scaling.offset());
        golden.put("factor", scaling.factor());
        golden.put("places", places);
        golden.put("decoded", model.decoder().decode(places));
        golden.put("generated", model.generate(places));
        return golden;
    }
}
