package org.gne.cli.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.FitRecord;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.baseline.Autoencoder;
import org.gne.baseline.AutoencoderOptions;
import org.gne.baseline.EncodedMap;
import org.gne.baseline.Pca;
import org.gne.baseline.Tsne;
import org.gne.baseline.TsneMap;
import org.gne.baseline.TsneOptions;
import org.gne.baseline.Vae;
import org.gne.baseline.VaeOptions;
import org.gne.data.Samples;
import org.gne.data.Survey;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.nn.EncodingKind;
import org.gne.quality.ReconstructionError;
import org.gne.results.Metrics;
import org.gne.umap.Umap;
import org.gne.umap.UmapMap;
import org.gne.umap.UmapOptions;

/** Fits a map of the rows of a {@link Setup}, with each method. */
public final class MethodFits {

    private MethodFits() {}

    public static MethodMap gne(Setup setup, GneOptions options, MethodProgress progress) {
        Recorder recorder = new Recorder(progress, new ArrayList<>());
        GneModel model = Gne.fit(setup.data(), options, recorder, null);
        FitRecord record = model.record();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("preset", record.preset());
        Metrics.training(facts, record);
        double[] losses =
                recorder.losses().stream().mapToDouble(Double::doubleValue).toArray();
        MethodMap.NewRows newRows =
                (rows, parallel) -> model.place(rows, parallel.threads()).errors();
        return new MethodMap(model.embedding(), model.decoder(), losses, facts, newRows, model);
    }

    static MethodMap vae(Setup setup, Parallel parallel, MethodProgress progress) {
        VaeOptions options = VaeOptions.of(setup.network().heads()).withNetwork(setup.network());
        EncodedMap map = Vae.fit(setup.complete(), options, setup.seed(), parallel, progress);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("klWeight", options.klWeight());
        map.divergence().ifPresent(divergence -> Metrics.number(facts, "klDivergence", divergence));
        return encoded(setup, map, facts);
    }

    static MethodMap autoencoder(Setup setup, Parallel parallel, MethodProgress progress) {
        EncodedMap map = Autoencoder.fit(setup.complete(), setup.network(), setup.seed(), parallel, progress);
        return encoded(setup, map, new LinkedHashMap<>());
    }

    /** An autoencoder whose decoder is that of GNE, grids and all: what the free coordinates are worth. */
    static MethodMap autoencoderGrids(Setup setup, Parallel parallel, MethodProgress progress) {
        AutoencoderOptions network = setup.network()
                .withEncoding(EncodingKind.GRIDS)
                .withBlocks(setup.gne().blocks());
        EncodedMap map = Autoencoder.fit(setup.complete(), network, setup.seed(), parallel, progress);
        return encoded(setup, map, new LinkedHashMap<>());
    }

    static MethodMap pca(Setup setup, Parallel parallel) {
        EncodedMap map = Pca.fit(setup.represented(), setup.network().dim(), setup.seed(), parallel);
        return encoded(setup, map, new LinkedHashMap<>());
    }

    private static MethodMap encoded(Setup setup, EncodedMap map, Map<String, Object> facts) {
        if (map.epochs() > 0) {
            facts.put("epochs", map.epochs());
            double gflops = map.operations() / map.seconds() * 1e-9;
            Metrics.training(facts, map.seconds(), gflops, map.trainingLoss());
        }
        MethodMap.NewRows newRows = (rows, parallel) -> {
            Samples seen = setup.seenBy(map.decoder(), rows);
            return ReconstructionError.perRow(seen, map.encode(seen, parallel), map.decoder(), parallel);
        };
        return new MethodMap(map.embedding(), map.decoder(), map.losses(), facts, newRows, null);
    }

    static MethodMap tsne(Setup setup, Parallel parallel, MethodProgress progress) {
        TsneMap map = Tsne.fit(setup.represented(), TsneOptions.defaults(), setup.seed(), parallel, progress);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("perplexity", map.perplexity());
        facts.put("iterations", map.iterations());
        Metrics.number(facts, "klDivergence", map.divergence());
        return new MethodMap(map.embedding(), null, new double[0], facts, null, null);
    }

    static MethodMap umap(Setup setup, MethodProgress progress) {
        UmapMap map = Umap.fit(setup.represented(), UmapOptions.defaults(), setup.seed(), progress);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("neighbors", map.neighbors());
        // One thread, whatever --threads is: on several threads, one seed gives several maps.
        facts.put(Metrics.THREADS, 1);
        return new MethodMap(map.embedding(), null, new double[0], facts, null, null);
    }

    /** Keeps the losses of the epochs. */
    private record Recorder(FitListener next, List<Double> losses) implements FitListener {
        @Override
        public void onSurvey(Survey survey) {
            next.onSurvey(survey);
        }

        @Override
        public void onNotes(List<String> notes) {
            next.onNotes(notes);
        }

        @Override
        public Action onEpoch(FitProgress progress) {
            losses.add(progress.loss());
            return next.onEpoch(progress);
        }

        @Override
        public Action onBatch(int epoch, int rows) {
            return next.onBatch(epoch, rows);
        }
    }
}
