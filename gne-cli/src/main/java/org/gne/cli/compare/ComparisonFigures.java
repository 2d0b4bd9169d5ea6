package org.gne.cli.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gne.cli.output.ResultFolder;
import org.gne.data.Schema;
import org.gne.draw.GridFigure;
import org.gne.draw.LossPlot;
import org.gne.draw.MapFigure;
import org.gne.quality.Measure;
import org.gne.results.DecodedGrid;
import org.gne.results.ResultFiles;

/** The figures of a comparison: all maps in one, all decoded grids in one, the losses over the epochs. */
public final class ComparisonFigures {

    private static final List<Measure> ABOVE_MAPS =
            List.of(Measure.KNN_ACCURACY, Measure.KNN_R2, Measure.TRUSTWORTHINESS);

    private static final List<Measure> ABOVE_GRIDS = List.of(Measure.RECONSTRUCTION_MSE);

    private ComparisonFigures() {}

    /** Draws the figures that the results allow, and returns the names of the files. */
    static List<String> write(ResultFolder folder, Setup setup, List<Outcome> outcomes) throws IOException {
        List<String> names = new ArrayList<>();
        if (outcomes.isEmpty()) {
            return names;
        }
        List<MapFigure.Panel> maps = outcomes.stream()
                .map(outcome -> new MapFigure.Panel(
                        title(outcome, ABOVE_MAPS), outcome.map().embedding()))
                .toList();
        MapFigure.write(
                folder.path().resolve(ResultFiles.MAPS), maps, setup.data().rowLabels());
        names.add(ResultFiles.MAPS);
        if (setup.data().samples().schema() instanceof Schema.Picture picture) {
            List<GridFigure.Panel> grids = grids(setup, outcomes);
            if (!grids.isEmpty()) {
                float[] ends = setup.scaling().unitRange();
                GridFigure.write(
                        folder.path().resolve(ResultFiles.GRIDS), grids, DecodedGrid.SIDE, picture, ends[0], ends[1]);
                names.add(ResultFiles.GRIDS);
            }
        }
        if (writeLosses(folder, setup, outcomes)) {
            names.add(ResultFiles.LOSSES);
        }
        return names;
    }

    /** Draws the losses over the epochs, if a method has any. */
    public static boolean writeLosses(ResultFolder folder, Setup setup, List<Outcome> outcomes) throws IOException {
        List<LossPlot.Series> losses = outcomes.stream()
                .filter(outcome -> outcome.map().losses().length > 0)
                .map(outcome -> new LossPlot.Series(
                        outcome.candidate().title(), outcome.map().losses()))
                .toList();
        if (losses.isEmpty()) {
            return false;
        }
        LossPlot.write(
                folder.path().resolve(ResultFiles.LOSSES),
                setup.data().name() + ": reconstruction loss in training, noise on",
                losses);
        return true;
    }

    private static String title(Outcome outcome, List<Measure> measures) {
        String measured = outcome.quality().text(measures);
        return outcome.candidate().title() + (measured.isEmpty() ? "" : ", " + measured);
    }

    private static List<GridFigure.Panel> grids(Setup setup, List<Outcome> outcomes) {
        List<GridFigure.Panel> grids = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            MethodMap map = outcome.map();
            if (map.decoder() != null && map.embedding().dim() == 2) {
                DecodedGrid grid = DecodedGrid.of(map.embedding(), map.decoder(), setup.scaling());
                grids.add(new GridFigure.Panel(title(outcome, ABOVE_GRIDS), grid.samples()));
            }
        }
        return grids;
    }
}
