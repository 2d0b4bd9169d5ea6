package org.gne;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How rows were added to a map, in the metadata of a model file: {@code growths}, a JSON array of objects with the components of {@link
 * GrowthRecord}. A model of a fit has none.
 */
final class GrowthsText {

    private static final String KEY = "growths";

    private GrowthsText() {}

    static void write(List<GrowthRecord> growths, Map<String, String> metadata) throws IOException {
        if (growths.isEmpty()) {
            return;
        }
        List<Object> objects = new ArrayList<>();
        for (GrowthRecord growth : growths) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("parent", growth.parent());
            object.put("oldRows", growth.oldRows());
            object.put("newRows", growth.newRows());
            object.put("rehearsed", growth.rehearsed());
            object.put("anchor", growth.anchor());
            objects.add(object);
        }
        metadata.put(KEY, JSON.std.asString(objects));
    }

    /**
     * @throws IllegalArgumentException if the metadata has other growths than {@link #write} writes
     */
    static List<GrowthRecord> read(Map<String, String> metadata) {
        String text = metadata.get(KEY);
        List<GrowthRecord> growths = new ArrayList<>();
        if (text == null) {
            return growths;
        }
        try {
            for (Object each : JSON.std.listFrom(text)) {
                growths.add(growth(each));
            }
            return growths;
        } catch (IOException e) {
            throw new IllegalArgumentException(KEY + ": expected a JSON array", e);
        }
    }

    private static GrowthRecord growth(Object found) {
        if (found instanceof Map<?, ?> object
                && object.get("parent") instanceof String parent
                && object.get("oldRows") instanceof Integer oldRows
                && object.get("newRows") instanceof Integer newRows
                && object.get("rehearsed") instanceof Integer rehearsed
                && object.get("anchor") instanceof Number anchor) {
            return new GrowthRecord(parent, oldRows, newRows, rehearsed, anchor.doubleValue());
        }
        throw new IllegalArgumentException(
                KEY + ": found " + found + ", expected objects of parent, oldRows, newRows, rehearsed and anchor");
    }
}
