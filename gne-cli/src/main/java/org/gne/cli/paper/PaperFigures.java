package org.gne.cli.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gne.cli.compare.MethodMap;
import org.gne.cli.compare.Outcome;
import org.gne.cli.output.ResultFolder;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.draw.MapPicture;
import org.gne.results.DecodedGrid;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;

/** Draws the figures of the paper, and those of GNE again for the paper's listing. */
final class PaperFigures {

    private final PaperRun run;
    private final ResultFolder folder;
    private final List<PaperFigure> figures = new ArrayList<>();

    private PaperFigures(PaperRun run, ResultFolder folder) {
        this.run = run;
        this.folder = folder;
    }

    /** Draws the figures of the finished methods. */
    static List<PaperFigure> write(PaperRun run, ResultFolder folder, List<Outcome> outcomes) throws IOException {
        PaperFigures drawn = new PaperFigures(run, folder);
        for (Outcome outcome : outcomes) {
            drawn.draw(outcome);
        }
        return drawn.figures;
    }

    private void draw(Outcome outcome) throws IOException {
        Samples rows = run.setup().data().samples();
        switch (outcome.candidate().name()) {
            case PaperRun.TSNE -> map(outcome, "1a", null);
            case PaperRun.GNE -> {
                map(outcome, "1b", rows);
                grid(outcome, "1c");
            }
            case PaperRun.GNE_PAPER -> {
                map(outcome, "1b-paper", rows);
                grid(outcome, "1c-paper");
            }
            case PaperRun.VAE -> {
                map(outcome, "1d", null);
                grid(outcome, "1e");
            }
            default -> throw new IllegalArgumentException("the paper has no figure of " + outcome.candidate());
        }
    }

    private void map(Outcome outcome, String number, @Nullable Samples thumbnails) throws IOException {
        String title = outcome.candidate().title();
        String file = ResultFiles.figure(number);
        MapPicture.write(
                folder.path().resolve(file),
                title + ": " + run.rows() + " rows",
                outcome.map().embedding(),
                run.setup().data().labels(),
                thumbnails);
        add(outcome, number, title + ": the map" + (thumbnails == null ? "" : ", with some of the digits"), file);
    }

    private void grid(Outcome outcome, String number) throws IOException {
        MethodMap map = outcome.map();
        if (map.decoder() != null && run.setup().data().samples().schema() instanceof Schema.Picture picture) {
            String file = ResultFiles.figure(number);
            DecodedGrid.of(map.embedding(), map.decoder(), run.setup().scaling())
                    .write(folder.path().resolve(file), picture, run.setup().scaling());
            add(outcome, number, outcome.candidate().title() + ": generated digits on a grid over the map", file);
        }
    }

    private void add(Outcome outcome, String number, String caption, String file) {
        String command = run.command(outcome.candidate().name());
        figures.add(new PaperFigure(number, caption, file, command));
    }
}
