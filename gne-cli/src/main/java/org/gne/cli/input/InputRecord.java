package org.gne.cli.input;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.AtomicFile;
import org.gne.io.InputException;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where the rows of a map came from: {@code input.json}, by which {@code gne grow} finds them again.
 *
 * @param parts the inputs in the order of the rows: that of the fit, then those that were added
 */
public record InputRecord(List<Part> parts) {

    /**
     * An input.
     *
     * @param folder the folder in which the command ran, to which paths are relative
     * @param arguments the input, empty if it is an address that may hold a secret; then the options that say how it is read
     */
    public record Part(String folder, List<String> arguments) {

        /** The input. */
        String input() {
            return arguments.get(0);
        }
    }

    /** The part of a command line that says what the rows are. */
    public static Part part(ParseResult call, String input) {
        boolean secret = input.matches("(?is)(https?|jdbc):.*[?;@].*");
        List<String> arguments = new ArrayList<>(List.of(secret ? "" : input));
        CommandLine known = RecordedRows.options();
        for (OptionSpec option : call.matchedOptions()) {
            if (known.getCommandSpec().findOption(option.longestName()) != null) {
                for (String value : option.originalStringValues()) {
                    arguments.add(
                            option.arity().max() == 0 || value.isEmpty()
                                    ? option.longestName()
                                    : option.longestName() + "=" + value);
                }
            }
        }
        return new Part(Path.of("").toAbsolutePath().toString(), arguments);
    }

    /** The same record with one more input. */
    public InputRecord and(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new InputRecord(more);
    }

    /** Writes the record of a folder. */
    public void write(Path folder) throws IOException {
        List<Object> objects = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", part.folder());
            object.put("arguments", part.arguments());
            objects.add(object);
        }
        byte[] bytes = (JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(objects) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve(ResultFiles.INPUT), out -> out.write(bytes));
    }

    /**
     * The record of a folder, or null if it has none.
     *
     * @throws InputException if it cannot be read
     */
    public static @Nullable InputRecord read(Path folder) {
        Path file = folder.resolve(ResultFiles.INPUT);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            List<Part> parts = new ArrayList<>();
            for (Object each : JSON.std.listFrom(Files.readString(file))) {
                parts.add(part(file, each));
            }
            return new InputRecord(parts);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Part part(Path file, @Nullable Object found) {
        if (found instanceof Map<?, ?> object
                && object.get("folder") instanceof String folder
                && object.get("arguments") instanceof List<?> values
                && !values.isEmpty()
                && values.stream().allMatch(String.class::isInstance)) {
            return new Part(folder, values.stream().map(String.class::cast).toList());
        }
        throw new InputException(file + ": found " + found + ", expected objects of folder and arguments");
    }
}
