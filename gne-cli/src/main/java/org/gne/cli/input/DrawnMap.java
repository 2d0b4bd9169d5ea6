package org.gne.cli.input;

import java.util.List;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.data.Schema;
import org.gne.draw.MapPlot;
import org.gne.io.InputException;
import org.gne.results.NameOptions;
import org.gne.results.NamedClusters;
import org.gne.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gne draw} draws: a model, the data that it was fitted to if it is given, and its clusters.
 *
 * @param model the model
 * @param data the data, or null
 * @param input the data as given on the command line, or null
 * @param settings how the data is read
 * @param clusters the clusters and their names
 * @param name the name of the map
 * @param facts what the fit wrote of its rows
 */
public record DrawnMap(
        GneModel model,
        @Nullable Dataset data,
        @Nullable String input,
        InputSettings settings,
        NamedClusters clusters,
        String name,
        List<RowFact> facts) {

    /**
     * @param argument a model file, or the folder of a fit
     * @throws InputException if one cannot be read, or model and data do not match
     */
    public static DrawnMap load(String argument, @Nullable String input, InputSettings settings, NameSettings naming) {
        GneModel model = ModelArgument.load(argument);
        int rows = model.embedding().size();
        List<RowFact> facts = ShownMap.facts(argument, rows);
        if (input == null) {
            if (naming.needData()) {
                throw new InputException("--name-by: found no INPUT, expected the data that the model was fitted to");
            }
            NamedClusters clusters = FittedClusters.of(argument, model, null, naming.options());
            return new DrawnMap(model, null, null, settings, clusters, "map", facts);
        }
        Dataset data = settings.read(input, model);
        if (data.samples().size() != rows) {
            throw new InputException(data.name() + ": found " + data.samples().size() + " rows, expected the " + rows
                    + " that " + argument + " was fitted to (use --limit if only the first rows were used)");
        }
        NameOptions names = naming.options(data, input, settings);
        NamedClusters clusters = names.texts() == null
                ? FittedClusters.of(argument, model, data, names)
                : NamedClusters.of(data, model, names);
        return new DrawnMap(model, data, input, settings, clusters, ShownMap.title(data), facts);
    }

    /**
     * The figure.
     *
     * @param title the title, or null for the name of the map and the number of rows
     * @param color what colours the rows, or null
     */
    public MapPlot plot(@Nullable String title, @Nullable String color, NameOptions.Shown shown) {
        String line = title == null ? Results.title(name, model) : title;
        RowLabels labels = data == null || data.rowLabels() == null ? model.rowLabels() : data.rowLabels();
        MapPlot plot = Results.plot(line, model, labels, clusters, shown);
        if (color != null) {
            RowLabels colors = colors(color, labels);
            plot = plot.withColors(colors).withLegend(colors != null && !color.equals("cluster"));
        }
        return data != null && data.samples().schema() instanceof Schema.Picture ? plot.withRows(data.samples()) : plot;
    }

    private @Nullable RowLabels colors(String color, @Nullable RowLabels labels) {
        switch (color) {
            case "none":
                return null;
            case "cluster":
                return clusters.asLabels();
            case "label":
                if (labels == null) {
                    throw new InputException("--color label: found no labels, expected INPUT with --label");
                }
                return labels;
            default:
                return new ColumnColors(model, facts, data, input, settings).of(color);
        }
    }
}
