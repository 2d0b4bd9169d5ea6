package org.gne.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gne.CheckpointOptions;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.loop.FitListener.Action;
import org.gne.loop.FitProgress;
import org.gne.loop.TrainingState;
import org.gne.nn.AdamState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LiveTrainingTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private static Samples rows() {
        float[][] rows = new float[64][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Maps.numbers(4, i);
        }
        return Samples.of(rows);
    }

    private static GneOptions epochs(int epochs) {
        GneOptions options = GneOptions.of(Preset.FAST);
        return options.withTraining(options.training().withEpochs(epochs));
    }

    private static FitProgress progress(int epoch) {
        double[] losses =
                IntStream.rangeClosed(1, epoch).mapToDouble(i -> 1.0 / i).toArray();
        AdamState none = new AdamState(new float[0], new float[0], new float[0]);
        TrainingState state = new TrainingState(none, none, losses, 1, 1);
        Embedding map = new Embedding(new float[] {1, 2}, 2);
        return new FitProgress(epoch, 9, 1.0 / epoch, -1, 1, 1, 0, 0, 1, state, () -> map);
    }

    @Test
    void watchingChangesNoBit() {
        GneModel alone = Gne.fit(rows(), epochs(5));
        LiveTraining live = new LiveTraining();
        GneModel watched = Gne.fit(rows(), epochs(5), live);
        assertThat(watched.embedding().sha256()).isEqualTo(alone.embedding().sha256());
        assertThat(live.places()).isEqualTo(alone.embedding().values());
    }

    @Test
    void endingFromOutsideKeepsTheMapSoFar() throws Exception {
        LiveTraining live = new LiveTraining();
        CompletableFuture<GneModel> fit = CompletableFuture.supplyAsync(() -> Gne.fit(rows(), epochs(1_000_000), live));
        assertThat(live.after(0, 60_000).losses()).isNotEmpty();
        live.stop();
        GneModel model = fit.get(60, TimeUnit.SECONDS);
        assertThat(model.record().epochs()).isBetween(1, 999_999);
        assertThat(live.after(-1, 0).losses()).hasSize(model.record().epochs());
    }

    @Test
    void aPausedTrainingWaitsAfterItsBatch() throws Exception {
        LiveTraining live = new LiveTraining();
        live.pause();
        CompletableFuture<Action> batch = new CompletableFuture<>();
        Thread training = new Thread(() -> batch.complete(live.onBatch(1, 10)));
        training.start();
        while (training.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(batch).isNotDone();
        live.resume();
        assertThat(batch.get(60, TimeUnit.SECONDS)).isEqualTo(Action.CONTINUE);
    }

    @Test
    void whatIsToldToEndAtOnceStillDoesItsFirstEpoch() {
        LiveTraining live = new LiveTraining();
        live.stop();
        assertThat(live.onBatch(1, 10)).isEqualTo(Action.CONTINUE);
        assertThat(live.onEpoch(progress(1))).isEqualTo(Action.SETTLE);
        assertThat(live.places()).containsExactly(1, 2);
    }

    @Test
    void aTrainingThatGoesOnIsShownWithTheLossesItBeganWith() throws Exception {
        Path file = directory.resolve("checkpoint.safetensors");
        Gne.fit(
                rows(),
                epochs(5),
                progress -> progress.epoch() == 2 ? Action.STOP : Action.CONTINUE,
                CheckpointOptions.to(file));
        LiveTraining live = new LiveTraining();
        Gne.resume(file, rows(), live);
        LiveTraining whole = new LiveTraining();
        Gne.fit(rows(), epochs(5), whole);
        assertThat(live.after(-1, 0).losses())
                .hasSize(5)
                .isEqualTo(whole.after(-1, 0).losses());
        assertThat(live.places()).isEqualTo(whole.places());
    }

    @Test
    void theServerObeysWhoeverKnowsTheTokenOnly() throws Exception {
        LiveTraining live = new LiveTraining();
        Labels labels = new Labels(new int[] {0}, List.of(Maps.HOSTILE));
        try (ExplorerServer server = ExplorerServer.start(Maps.HOSTILE, 1, labels, live, 0)) {
            String page = get(server, "").body();
            assertThat(page).doesNotContain("<script>alert");
            Matcher token = Pattern.compile("\"token\":\"([0-9a-f]{32})\"").matcher(page);
            assertThat(token.find()).isTrue();
            assertThat(post(server, "live/pause", "0".repeat(32))).isEqualTo(403);
            assertThat(live.after(-1, 0).state()).isEqualTo(LiveTraining.State.RUNNING);
            assertThat(post(server, "live/pause", token.group(1))).isEqualTo(204);
            assertThat(live.after(-1, 0).state()).isEqualTo(LiveTraining.State.PAUSED);
            assertThat(post(server, "live/anything", token.group(1))).isEqualTo(404);
        }
    }

    @Test
    void eventsTellEachLossOnceAndWhenItIsOver() throws Exception {
        LiveTraining live = new LiveTraining();
        try (ExplorerServer server = ExplorerServer.start("rows", 1, null, live, 0)) {
            live.onEpoch(progress(1));
            live.onEpoch(progress(2));
            server.show(MapContent.of("rows", Maps.table(1), null), ServerTools.NONE, live);
            assertThat(get(server, "live/events").statusCode()).isEqualTo(404);
        }
        try (ExplorerServer server = ExplorerServer.start("rows", 1, null, live, 0)) {
            HttpResponse<String> events = get(server, "live/events");
            assertThat(events.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(events.body()).contains("\"state\":\"done\",\"from\":0,\"losses\":[1.0,0.5],\"epochs\":9");
        }
    }

    private static HttpResponse<String> get(ExplorerServer server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.root() + path + "?" + server.address().getQuery()))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int post(ExplorerServer server, String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.root() + path + "?" + server.address().getQuery()))
                .header("X-Gne-Token", token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
