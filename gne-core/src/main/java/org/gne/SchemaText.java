package org.gne;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.data.VectorSource;
import org.jspecify.annotations.Nullable;

/**
 * The schema in the metadata of a model file: {@code picture} = height x width x channels, or {@code columns} = a JSON
 * array with, for each column, its name if it is a plain number, else an object of {@code name}, {@code kind}, for a
 * category {@code categories}, for a vector {@code size}, {@code model}, {@code columns} and {@code weight} ({@link
 * VectorSource}), and {@code origin} and {@code unit} if they are not 0 and 1.
 */
final class SchemaText {

    private static final String PICTURE = "picture";

    private static final String COLUMNS = "columns";

    private SchemaText() {}

    static void write(Schema schema, Map<String, String> metadata) throws IOException {
        if (schema instanceof Schema.Picture picture) {
            metadata.put(PICTURE, picture.height() + "x" + picture.columns() + "x" + picture.channels());
        } else if (schema instanceof Schema.Columns table) {
            List<Object> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                columns.add(column.equals(Column.number(column.name())) ? column.name() : object(column));
            }
            metadata.put(COLUMNS, JSON.std.asString(columns));
        }
    }

    private static Map<String, Object> object(Column column) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", column.name());
        object.put("kind", column.kind().name().toLowerCase(Locale.ROOT));
        if (column.kind() == Column.Kind.CATEGORY) {
            object.put("categories", column.categories());
        }
        VectorSource source = column.source();
        if (source != null) {
            object.put("size", source.size());
            object.put("model", source.model());
            object.put("columns", source.columns());
            object.put("weight", source.weight());
        }
        if (column.origin() != 0 || column.unit() != 1) {
            object.put("origin", column.origin());
            object.put("unit", column.unit());
        }
        return object;
    }

    /**
     * @throws IllegalArgumentException if the metadata has no schema or a wrong one
     */
    static Schema read(Map<String, String> metadata) {
        String picture = metadata.get(PICTURE);
        return picture == null ? columns(metadata.get(COLUMNS)) : picture(picture);
    }

    private static Schema picture(String text) {
        String[] sizes = text.split("x", -1);
        if (sizes.length != 3) {
            throw new IllegalArgumentException("picture: found " + text + ", expected height x width x channels");
        }
        try {
            return new Schema.Picture(
                    Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("picture: found " + text + ", expected whole numbers", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("picture: found " + text + ", expected fewer than 2^31 values", e);
        }
    }

    private static Schema columns(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("the header has no columns");
        }
        List<@Nullable Object> found;
        try {
            found = JSON.std.listFrom(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("columns: expected a JSON array", e);
        }
        if (found == null) {
            throw new IllegalArgumentException("columns: found null, expected a JSON array");
        }
        List<Column> columns = new ArrayList<>();
        for (@Nullable Object entry : found) {
            columns.add(column(entry, columns.size()));
        }
        return new Schema.Columns(columns);
    }

    private static Column column(@Nullable Object entry, int number) {
        if (entry instanceof String name) {
            return Column.number(name);
        }
        if (entry instanceof Map<?, ?> object && object.get("name") instanceof String name) {
            Column.Kind kind = kind(object.get("kind"));
            if (kind == Column.Kind.VECTOR) {
                return Column.vector(name, source(object));
            }
            if (kind != null && kind != Column.Kind.CATEGORY) {
                return new Column(
                        name, kind, List.of(), number(object.get("origin"), 0), number(object.get("unit"), 1));
            }
            if ("category".equals(object.get("kind")) && object.get("categories") instanceof List<?> values) {
                List<String> categories = texts(values);
                if (categories.size() == values.size()) {
                    return Column.category(name, categories);
                }
            }
        }
        String what = entry == null ? "null" : entry instanceof Map ? "an object that says something else" : "no text";
        throw new IllegalArgumentException("columns: column " + number + ": found " + what
                + ", expected its name, or an object of name, kind and categories");
    }

    private static VectorSource source(Map<?, ?> object) {
        List<String> columns = object.get("columns") instanceof List<?> values ? texts(values) : List.of();
        String model = object.get("model") instanceof String text ? text : "";
        return new VectorSource((int) number(object.get("size"), 0), model, columns, number(object.get("weight"), 1));
    }

    private static List<String> texts(List<?> values) {
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static Column.@Nullable Kind kind(@Nullable Object text) {
        for (Column.Kind kind : Column.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        return null;
    }

    private static double number(@Nullable Object found, double otherwise) {
        return found instanceof Number number ? number.doubleValue() : otherwise;
    }
}
