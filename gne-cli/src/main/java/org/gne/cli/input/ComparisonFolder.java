package org.gne.cli.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gne.cli.output.Failures;
import org.gne.cli.output.Method;
import org.gne.explorer.ComparedMap;
import org.gne.io.InputException;
import org.gne.io.table.Coordinates;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;

/**
 * A folder that {@code gne compare} wrote: GNE's model, and maps of the same rows by other methods.
 *
 * @param path the folder
 * @param methods the methods in it, by the names of their folders
 */
record ComparisonFolder(Path path, List<String> methods) {

    private static final String GNE = Method.GNE.folder();

    /**
     * The comparison in a folder, or null if the folder holds a fit or something else.
     *
     * @throws InputException if it cannot be read
     */
    static @Nullable ComparisonFolder of(Path path) {
        Path metrics = path.resolve(ResultFiles.METRICS);
        if (Files.exists(path.resolve(ResultFiles.MODEL))
                || Files.exists(path.resolve(ResultFiles.CHECKPOINT))
                || !Files.exists(metrics)) {
            return null;
        }
        try {
            Map<String, Object> figures = JSON.std.mapFrom(Files.readString(metrics));
            if (figures == null || !(figures.get("methods") instanceof Map<?, ?> methods)) {
                return null;
            }
            return new ComparisonFolder(
                    path,
                    methods.keySet().stream()
                            .map(name -> requireName(metrics, name))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new InputException(metrics + ": found no JSON object: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new InputException(metrics + ": cannot be read (" + Failures.message(e) + ")", e);
        }
    }

    /** Checks that a name cannot lead out of the folder of the comparison. */
    private static String requireName(Path metrics, Object name) {
        if (name instanceof String text && text.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            return text;
        }
        throw new InputException(
                metrics + ": found a method " + name + ", expected a name of letters, digits, '.', '_' and '-'");
    }

    /** GNE's model; it exists if GNE was one of the methods. */
    Path model() {
        return path.resolve(GNE).resolve(ResultFiles.MODEL);
    }

    /**
     * Reads the maps of the other methods, in the order of the comparison.
     *
     * @param rows the number of rows on GNE's map
     * @throws InputException if one is missing, cannot be read, or is a map of other rows
     */
    List<ComparedMap> others(int rows) {
        List<ComparedMap> maps = new ArrayList<>();
        for (String method : methods) {
            if (!method.equals(GNE)) {
                maps.add(read(method, rows));
            }
        }
        return maps;
    }

    private ComparedMap read(String method, int rows) {
        String file = path.resolve(method).resolve(ResultFiles.EMBEDDING).toString();
        Coordinates map = Coordinates.read(file, List.of());
        if (map.embedding().size() != rows) {
            throw new InputException(file + ": found " + map.embedding().size() + " rows, expected " + rows
                    + " as the map of " + GNE + " has");
        }
        if (map.embedding().dim() != 2) {
            throw new InputException(file + ": found a map of "
                    + map.embedding().dim() + " dimensions, expected 2: the page shows maps of 2 dimensions");
        }
        return new ComparedMap(title(method), map.embedding());
    }

    /** The title of the method of a folder. */
    private static String title(String name) {
        return Arrays.stream(Method.values())
                .filter(method -> method.folder().equals(name))
                .map(Method::title)
                .findFirst()
                .orElse(name);
    }
}
