package org.gne.bench;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gne.baseline.Tsne;
import org.gne.baseline.TsneListener;
import org.gne.baseline.TsneMap;
import org.gne.baseline.TsneOptions;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.io.export.EmbeddingCsv;
import org.gne.kernel.Parallel;
import org.gne.mnist.Mnist;
import org.gne.neighbor.Affinities;
import org.gne.neighbor.Attraction;
import org.gne.neighbor.NeighborSearch;
import org.gne.neighbor.Repulsion;
import org.gne.quality.MapQuality;

/**
 * t-SNE of the first MNIST rows, as long as scikit-learn does it: {@code TsneMnist ROWS COORDINATES.csv [OTHER.csv ...]}.
 * Writes the map and prints its figures as JSON. Maps of the same rows by other programs (columns x and y) are measured in
 * the same way; divergences are all from the same affinities, those of 50 principal components.
 */
public final class TsneMnist {

    private static final long SEED = 1;

    /** scikit-learn's, 250 of them exaggerated. */
    private static final int ITERATIONS = 1_000;

    private static final int COMPONENTS = 50;

    private final Dataset data;
    private final Samples scaled;
    private final TsneOptions options = TsneOptions.defaults().withIterations(ITERATIONS);
    private final Parallel parallel;

    private TsneMnist(int rows, Parallel parallel) {
        data = Mnist.train().limit(rows);
        scaled = data.samples().scaled(Scaling.unit(0, 255));
        this.parallel = parallel;
    }

    /** Prints the figures. */
    public static void main(String[] args) throws IOException {
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            TsneMnist bench = new TsneMnist(Integer.parseInt(args[0]), parallel);
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("gne", bench.fit(Path.of(args[1])));
            for (String other : List.of(args).subList(2, args.length)) {
                found.put(Path.of(other).toFile().getName(), bench.measure(MapFile.read(other)));
            }
            System.out.println(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(found));
        }
    }

    private Map<String, Object> fit(Path out) throws IOException {
        TsneMap map = Tsne.fit(scaled, options, SEED, parallel, TsneListener.NONE);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("fitSeconds", map.seconds());
        figures.put("ownDivergence", map.divergence());
        EmbeddingCsv.write(out, map.embedding(), data.labels(), null);
        // Up to here it is what somebody waits for who wants the coordinates.
        figures.put("processSeconds", secondsSinceStart());
        figures.put("peakMegabytes", peakMegabytes());
        figures.putAll(measure(map.embedding()));
        return figures;
    }

    private static double secondsSinceStart() {
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
        return Duration.between(start, Instant.now()).toMillis() / 1e3;
    }

    /** The largest memory of the process so far, from Linux. */
    private static double peakMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String peak =
                    lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Long.parseLong(peak.replaceAll("\\D", "")) / 1024.0;
        }
    }

    private Map<String, Object> measure(Embedding map) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", map.size());
        figures.put("divergence", divergence(map));
        figures.putAll(
                MapQuality.of(map, scaled, data.labels(), null, SEED, parallel).byKey());
        return figures;
    }

    private double divergence(Embedding map) {
        Embedding reduced =
                PrincipalComponents.fit(scaled, COMPONENTS, SEED, parallel).projectAll(scaled, parallel);
        int k = (int) Math.ceil(3 * options.perplexity());
        Affinities affinities = Affinities.of(
                NeighborSearch.over(reduced, SEED, parallel).graph(k, parallel), options.perplexity(), parallel);
        Repulsion repulsion = Repulsion.among(map.size(), parallel);
        repulsion.setPoints(map.values(), parallel);
        double normalizer = repulsion.forces(map.values(), new float[map.values().length], parallel);
        return Attraction.divergence(affinities, map.values(), normalizer, parallel);
    }
}
