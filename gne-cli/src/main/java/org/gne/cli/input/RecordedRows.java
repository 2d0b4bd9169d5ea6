package org.gne.cli.input;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** An input with its options, parsed again from the record of a command line. */
@Command(name = "rows")
final class RecordedRows {

    /** The options that rows which are added to a map share with those of the map, unless others are given. */
    private static final Set<String> SHARED = Set.of(
            "--label",
            "--label-type",
            "--id",
            "--columns",
            "--exclude",
            "--categories",
            "--counts",
            "--type",
            "--missing",
            "--header",
            "--delimiter",
            "--encoding",
            "--decimal",
            "--picture");

    @Mixin
    private InputArgument input = new InputArgument();

    @Option(names = "--quiet")
    private boolean quiet;

    @Option(names = "--threads")
    private @Nullable Integer threads;

    private RecordedRows() {}

    /** A command without arguments, to ask for its options. */
    static CommandLine options() {
        return new CommandLine(new RecordedRows());
    }

    private static RecordedRows parse(List<String> arguments, @Nullable PrintWriter err) {
        RecordedRows rows = new RecordedRows();
        CommandLine line = new CommandLine(rows).setOverwrittenOptionsAllowed(true);
        if (err != null) {
            line.setErr(err);
        }
        List<String> all = new ArrayList<>(arguments);
        if (err == null) {
            all.add("--quiet");
        }
        line.parseArgs(all.toArray(String[]::new));
        return rows;
    }

    /** The rows of a map, which nothing is printed of: the fit has done so. */
    static RecordedRows of(InputRecord.Part part) {
        List<String> arguments = new ArrayList<>();
        for (String argument : part.arguments()) {
            arguments.add(
                    argument.startsWith("--labels=")
                            ? "--labels=" + found(argument.substring("--labels=".length()), part.folder())
                            : argument);
        }
        arguments.set(0, found(part.input(), part.folder()));
        return parse(arguments, null);
    }

    /**
     * Rows that are added to a map: read as those of the map, if no other options are given.
     *
     * @param call the command line with the options of these rows
     * @param map how the rows of the map were read, or null if it is not known
     */
    static RecordedRows added(ParseResult call, String input, InputRecord.@Nullable Part map, PrintWriter err) {
        List<String> given = new ArrayList<>(InputRecord.part(call, input).arguments());
        Set<String> names =
                given.stream().map(argument -> argument.replaceAll("=.*", "")).collect(Collectors.toSet());
        given.set(0, input);
        if (map != null) {
            List<String> columns = parse(given, null).columns(input);
            for (String argument : map.arguments().subList(1, map.arguments().size())) {
                String name = argument.replaceAll("(?s)=.*", "");
                boolean optional = name.equals("--label") || name.equals("--id");
                boolean absent = optional && !columns.contains(argument.substring(argument.indexOf('=') + 1));
                if (SHARED.contains(name) && !names.contains(name) && !absent) {
                    given.add(argument);
                }
            }
        }
        return parse(given, err);
    }

    /** A path of a record: as it is if it can be found from here, else within the folder of the record. */
    private static String found(String path, String folder) {
        try {
            Path within = Path.of(folder).resolve(path);
            return !Path.of("").toAbsolutePath().toString().equals(folder) && Files.exists(within)
                    ? within.toString()
                    : path;
        } catch (InvalidPathException e) {
            return path;
        }
    }

    /** The input. */
    String input() {
        return input.input();
    }

    /** Reads the rows as for a fit. */
    Dataset read(@Nullable Path vectors) {
        return input.read(input(), null, vectors);
    }

    /** Reads rows that are added to a map. */
    Dataset readAdded(Schema model, List<String> leftOut, @Nullable Path vectors) {
        return input.readAdded(input(), model, leftOut, vectors);
    }

    /** The columns of the input, empty if it is not a table. */
    List<String> columns() {
        return columns(input());
    }

    private List<String> columns(String name) {
        return input.columns(name);
    }
}
