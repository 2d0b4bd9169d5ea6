package org.gne.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.explorer.ExplorerServer;
import org.gne.explorer.LiveTraining;
import org.gne.explorer.MapContent;
import org.gne.train.FitListener;

/** The page of {@code gne fit --serve}: the map while it is learnt, then the map to explore. */
record LivePage(LiveTraining training, ExplorerServer server) implements AutoCloseable {

    static LivePage open(PageSettings settings, Dataset data, FitListener progress, PrintWriter out)
            throws IOException {
        LiveTraining training = new LiveTraining(progress);
        ExplorerServer server = ExplorerServer.start(
                ShownMap.title(data), data.samples().size(), data.labels(), training, settings.port());
        settings.announce(server.address(), out);
        return new LivePage(training, server);
    }

    /** Shows the finished map until the command is stopped. */
    void explore(Dataset data, GneModel model, int threads) {
        server.show(MapContent.of(ShownMap.title(data), model, data, threads), training);
        PageSettings.untilStopped();
    }

    @Override
    public void close() {
        server.close();
    }
}
