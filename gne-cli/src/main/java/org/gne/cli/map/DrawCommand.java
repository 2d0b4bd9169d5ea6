package org.gne.cli.map;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gne.cli.input.DrawnMap;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.InputSettings;
import org.gne.cli.input.NameSettings;
import org.gne.draw.MapPicture;
import org.gne.draw.MapPlot;
import org.gne.print.PdfMap;
import org.gne.print.SvgMap;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne draw}. */
@Command(
        name = "draw",
        description = "Draws a map again, without a fit: with another title, size, colours, names, or for print.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Writes map.png, map.svg or map.pdf to DIR. In SVG and PDF, texts are texts, and more than 2,000 points are one",
            "image. Names of clusters are those of clusters.json in DIR, which can be edited, unless --name-by or a file of",
            "--names gives others. With INPUT, the data that the model was fitted to, images are drawn on the map, and",
            "--color takes any of its columns.",
            "",
            "Examples:",
            "  gne draw out --format svg,pdf --title \"Handwritten digits\"",
            "  gne draw out --dark --names none --size 1200x1200",
            "  gne draw out --color cluster --names clusters",
            "  gne draw penguins penguins.csv --color body_mass_g --format pdf",
            "  gne draw cells cells.h5ad --color CD3D",
            "  gne draw cells --color decoded:CD3D",
            "  gne draw cells --color mitochondrial",
            "  gne draw out --names names.csv",
            "  gne draw vectors vectors.csv --name-by description"
        })
public final class DrawCommand implements Callable<Integer> {

    /** The formats. */
    enum Format {
        PNG(ResultFiles.MAP) {
            @Override
            void write(Path file, MapPlot plot) throws IOException {
                MapPicture.write(file, plot);
            }
        },
        SVG(ResultFiles.MAP_SVG) {
            @Override
            void write(Path file, MapPlot plot) throws IOException {
                SvgMap.write(file, plot);
            }
        },
        PDF(ResultFiles.MAP_PDF) {
            @Override
            void write(Path file, MapPlot plot) throws IOException {
                PdfMap.write(file, plot);
            }
        };

        private final String file;

        Format(String file) {
            this.file = file;
        }

        abstract void write(Path file, MapPlot plot) throws IOException;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a fit, or a model file.")
    private String model = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "INPUT", description = InputArgument.ACCEPTED)
    private @Nullable String input;

    @Mixin
    private InputSettings settings = new InputSettings();

    @Mixin
    private NameSettings naming = new NameSettings();

    @Option(
            names = "--color",
            paramLabel = "WHAT",
            description =
                    "What colours the rows: label, cluster, none, or a column of INPUT, such as a gene or a column of obs;"
                            + " decoded:COLUMN for what the decoder generates at the coordinates of the rows, which needs no"
                            + " INPUT; for counts total, detected, mitochondrial or outlier. Genes are coloured by log(1 + count"
                            + " per 10,000). Default: the label, or the cluster where rows have none.")
    private @Nullable String color;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "The title; default: the data and the number of rows.")
    private @Nullable String title;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height in pixels; default: 1800x1600. A PDF has 250 pixels per inch.")
    private @Nullable String size;

    @Option(names = "--dark", description = "A dark background.")
    private boolean dark;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "Formats, separated by commas: ${COMPLETION-CANDIDATES}; default: png.")
    private List<Format> formats = List.of(Format.PNG);

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the figures, created if necessary; default: DIR.")
    private @Nullable Path out;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors only.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        MapPlot.Size asked = size == null ? null : size(size);
        DrawnMap map = DrawnMap.load(model, input, settings, naming);
        MapPlot plot = map.plot(title, color, naming.options().shown()).withDark(dark);
        plot = asked == null ? plot : plot.withSize(asked);
        Path folder = out == null ? folder() : Files.createDirectories(out);
        List<String> written = new ArrayList<>();
        for (Format format : formats) {
            Path file = folder.resolve(format.file);
            format.write(file, plot);
            written.add(file.toString());
        }
        if (!quiet) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("written to " + String.join(", ", written));
        }
        return 0;
    }

    private Path folder() {
        Path named = Path.of(model);
        Path parent = named.toAbsolutePath().getParent();
        return Files.isDirectory(named) || parent == null ? named : parent;
    }

    private static MapPlot.Size size(String text) {
        String[] sides = text.split("x", -1);
        try {
            if (sides.length == 2) {
                return new MapPlot.Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
            }
        } catch (NumberFormatException e) {
            // The message is below.
        }
        throw new IllegalArgumentException("--size: found '" + text + "', expected a size like 1800x1600");
    }
}
