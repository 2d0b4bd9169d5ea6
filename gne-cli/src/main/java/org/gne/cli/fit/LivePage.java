package org.gne.cli.fit;

import java.io.IOException;
import java.nio.file.Path;
import org.gne.GneModel;
import org.gne.cli.input.FittedClusters;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.MapTags;
import org.gne.cli.input.PageSettings;
import org.gne.cli.input.ShownMap;
import org.gne.cli.input.TextFinder;
import org.gne.data.Dataset;
import org.gne.explorer.ExplorerServer;
import org.gne.explorer.LiveTraining;
import org.gne.explorer.MapContent;
import org.gne.results.ResultFiles;

/** The page of {@code gne fit --serve}: the map during the fit, then the map to explore. */
final class LivePage implements AutoCloseable {

    private final Dataset data;
    private final LiveTraining training = new LiveTraining();
    private final ExplorerServer server;
    private volatile boolean ended;

    private LivePage(Dataset data, int port) throws IOException {
        this.data = data;
        server = ExplorerServer.start(ShownMap.title(data), data.samples().size(), data.rowLabels(), training, port);
    }

    static LivePage of(Dataset data, int port) throws IOException {
        return new LivePage(data, port);
    }

    ExplorerServer server() {
        return server;
    }

    /** The listener that passes progress on to the page. */
    LiveTraining training() {
        return training;
    }

    /** Stops the training, even a paused one; its map will not be explored. */
    void end() {
        ended = true;
        training.stop();
    }

    /**
     * Shows the finished map until the command is stopped, unless {@link #end} was called.
     *
     * @param folder the folder of the finished fit
     * @param input what the data was read from
     */
    void explore(GneModel model, Path folder, InputArgument input, int threads) throws IOException {
        if (!ended) {
            MapContent content = MapContent.of(ShownMap.title(data), model, data, threads);
            content = content.withClusters(FittedClusters.written(folder, model));
            ShownMap shown = new ShownMap(content, data, MapTags.file(folder.resolve(ResultFiles.MODEL), model, data));
            try (TextFinder finder = TextFinder.ifPossible(folder, model)) {
                server.show(content, shown.tools(finder, input.input(), input), training);
                PageSettings.untilStopped();
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
