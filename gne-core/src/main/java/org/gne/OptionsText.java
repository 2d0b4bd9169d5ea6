package org.gne;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.gne.nn.EncodingKind;

/**
 * All options of a fit as JSON, for checkpoints: objects with the names of the records' components, in alphabetical
 * order.
 */
final class OptionsText {

    private OptionsText() {}

    static String of(GneOptions options) throws IOException {
        return JSON.std.asString(options);
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IOException if the text is not JSON
     * @throws IllegalArgumentException if it does not have exactly the options of this version. Ignoring an option of
     *     another version would give another map
     */
    static GneOptions read(String text) throws IOException {
        GneOptions options = JSON.std.beanFrom(GneOptions.class, text);
        if (options == null || !of(options).equals(text)) {
            throw new IllegalArgumentException("options of another version");
        }
        return options;
    }

    /**
     * Reads the options of a checkpoint of 0.1, in which the options of coordinates are not in an object of their own,
     * and the loss is not at the top.
     */
    @SuppressWarnings("unchecked")
    static GneOptions readVersion01(String text) throws IOException {
        Map<String, Object> options = new TreeMap<>(JSON.std.mapFrom(text));
        Map<String, Object> training = new TreeMap<>((Map<String, Object>) options.get("training"));
        Map<String, Object> coordinates = new TreeMap<>();
        move("coordinateRate", training, "rate", coordinates);
        move("coordinateAdam", training, "adam", coordinates);
        move("noise", training, "noise", coordinates);
        move("update", training, "update", coordinates);
        training.put("coordinates", coordinates);
        Map<String, Object> loop = new TreeMap<>((Map<String, Object>) training.get("loop"));
        move("loss", loop, "loss", options);
        options.put("encoding", EncodingKind.NONE.toString());
        loop.put("stepsPerRow", 0);
        loop.put("scaledRate", false);
        training.put("loop", loop);
        Map<String, Object> search = new TreeMap<>((Map<String, Object>) training.get("search"));
        search.put("perRow", 0);
        search.put("spread", 0.0);
        training.put("search", search);
        training.put("seconds", 0.0);
        options.put("training", training);
        return read(JSON.std.asString(options));
    }

    private static void move(String name, Map<String, Object> from, String as, Map<String, Object> to) {
        Object value = from.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        to.put(as, value);
    }
}
