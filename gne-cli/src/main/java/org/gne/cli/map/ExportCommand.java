package org.gne.cli.map;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.InputSettings;
import org.gne.cli.input.ModelArgument;
import org.gne.cli.input.ShownMap;
import org.gne.data.Embedding;
import org.gne.explorer.HtmlExport;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.array.NpyFile;
import org.gne.io.export.CsvExport;
import org.gne.onnx.OnnxDecoder;
import org.gne.results.ResultFiles;
import org.gne.sql.ParquetExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne export}. */
@Command(
        name = "export",
        description = "Writes a map in another format.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "  html   the page of gne explore as one file that opens from disk and needs no network. With INPUT,",
            "         the data that the model was fitted to, it shows the rows too. For the folder of gne compare, it",
            "         shows the maps of all methods",
            "  csv, parquet",
            "         one line per row: row (from 0), id, x, y, label, error (mean squared, in scaled units), tag (of the page), as far",
            "         as they are known. With INPUT, the data that the model was fitted to, ids are known too, and",
            "         all columns of that table follow, named data_NAME if NAME is used already",
            "  npy    the coordinates: floats [rows, dimensions]",
            "  onnx   the decoder: place [n, dimensions] to sample [n, values], in the units of the data; a category",
            "         has a number for each of its values; the largest is the value",
            "",
            "Examples:",
            "  gne export out mnist --format html",
            "  gne export out --format csv",
            "  gne export flowers flowers.csv --label species --format parquet --out flowers.parquet",
            "  gne export out --format onnx --out decoder.onnx"
        })
public final class ExportCommand implements Callable<Integer> {

    /** The formats. */
    enum Format {
        HTML(ResultFiles.EXPORTED_PAGE),
        CSV(ResultFiles.EXPORTED_CSV),
        PARQUET(ResultFiles.EXPORTED_PARQUET),
        NPY(ResultFiles.EXPORTED_ARRAY),
        ONNX(ResultFiles.EXPORTED_DECODER);

        private final String file;

        Format(String file) {
            this.file = file;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "The folder of a fit or of a comparison (GNE's map), or a model file.")
    private String model = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "INPUT", description = InputArgument.ACCEPTED)
    private @Nullable String input;

    @Mixin
    private InputSettings settings = new InputSettings();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "Format: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.HTML;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "File to write; default: map.FORMAT or decoder.onnx, in DIR or beside the model.")
    private @Nullable Path out;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors only.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        Path file = out == null ? beside(Path.of(model)) : out;
        if (input != null && (format == Format.NPY || format == Format.ONNX)) {
            throw new InputException(
                    "INPUT: found " + input + ", expected none: --format " + format + " does not contain the data");
        }
        String leftOut = null;
        switch (format) {
            case HTML -> leftOut = writePage(file);
            case CSV, PARQUET -> writeTable(file);
            case NPY -> writeArray(file, ModelArgument.load(model).embedding());
            case ONNX -> OnnxDecoder.write(file, ModelArgument.load(model));
        }
        if (!quiet) {
            PrintWriter err = spec.commandLine().getErr();
            if (leftOut != null) {
                err.println(leftOut);
            }
            err.println("written to " + file);
        }
        return 0;
    }

    private Path beside(Path named) {
        return Files.isDirectory(named) ? named.resolve(format.file) : named.resolveSibling(format.file);
    }

    private @Nullable String writePage(Path file) throws IOException {
        ShownMap shown = ShownMap.load(model, input, settings);
        return HtmlExport.write(file, shown.content(), shown.tags().read());
    }

    private static void writeArray(Path file, Embedding map) throws IOException {
        int dim = map.dim();
        NpyFile.write(file, map.size(), dim, (row, to) -> System.arraycopy(map.values(), row * dim, to, 0, dim));
    }

    private void writeTable(Path file) throws IOException {
        try (Table table = ExportedTable.of(model, ModelArgument.load(model), input, settings)) {
            if (format == Format.CSV) {
                CsvExport.write(file, table);
            } else {
                ParquetExport.write(file, table, settings.scratch());
            }
        }
    }
}
