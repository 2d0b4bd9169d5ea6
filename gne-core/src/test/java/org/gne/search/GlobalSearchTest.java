package org.gne.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.layout.FreeCoordinates;
import org.gne.layout.NeighborOptions;
import org.gne.loop.RowOrder;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.gne.nn.Decoder;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.train.TrainingOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalSearchTest {

    private static final int N = 700;

    private static final int WIDTH = 20;

    private static final int EPOCH = 3;

    private static final long SEED = 7;

    private final Parallel parallel = new Parallel(2);

    @AfterEach
    void close() {
        parallel.close();
    }

    @Test
    void cellsOfWideRowsAreDecodedAgainToTheSameBits() {
        Samples samples = samples();
        PrincipalComponents components = PrincipalComponents.fit(samples, WIDTH / 2, SEED, parallel);
        NeighborGraph graph = NeighborSearch.over(components.projectAll(samples, parallel), SEED, parallel)
                .graph(8, parallel);
        ResidualMlp decoder = decoder(2);
        TrainingOptions options = options(900);
        List<Embedding> maps = new ArrayList<>();
        for (long most : new long[] {0, Long.MAX_VALUE}) {
            Embedding map = map(2);
            GlobalSearch search = search(samples, map, decoder, components, null, options, graph);
            assertThat(search.search(search.cells(map(2), EPOCH, most), EPOCH)).isPositive();
            maps.add(map);
        }
        assertThat(maps.get(0).values()).isEqualTo(maps.get(1).values());
    }

    @ParameterizedTest
    @CsvSource({"1, 30, true", "2, 900, true", "3, 1000, true", "2, 900, false", "2, 37, true"})
    void findsWhatLookingAtAllCellsFinds(int dim, int cells, boolean neighbors) {
        Samples samples = samples();
        PrincipalComponents components = PrincipalComponents.fit(samples, WIDTH, SEED, parallel);
        Embedding projected = components.projectAll(samples, parallel);
        NeighborGraph graph =
                neighbors ? NeighborSearch.over(projected, SEED, parallel).graph(8, parallel) : null;
        ResidualMlp decoder = decoder(dim);
        Embedding before = map(dim);
        TrainingOptions options = options(cells);
        MapGrid grid =
                MapGrid.jittered(before, cells, CounterRandom.of(SEED, "search").at(EPOCH));
        DecodedCells decoded = DecodedCells.of(grid, decoder, components, Long.MAX_VALUE, parallel);
        NeighborCentres centres = graph == null ? null : centres(graph, before, options, components);

        Embedding map = new Embedding(before.values().clone(), dim);
        GlobalSearch search = search(samples, map, decoder, components, projected, options, graph);
        int moved = search.search(before, EPOCH);

        int changed = 0;
        float[] row = new float[WIDTH];
        for (int i = 0; i < N; i++) {
            samples.read(i, row, 0);
            // All components: the distance on them is that on all columns.
            double least = Double.POSITIVE_INFINITY;
            for (int cell = 0; cell < grid.count(); cell++) {
                least = Math.min(least, cost(i, row, decoded.samples(), cell, grid.places(), centres, dim));
            }
            double then = cost(i, row, decode(decoder, before, i), 0, place(before, i), centres, dim);
            if (Arrays.equals(place(before, i), place(map, i))) {
                assertThat(then).as("row %d", i).isLessThan(least + 1e-4 * (1 + least));
                continue;
            }
            // A row lands near the point of its cell, not on it.
            int cell = grid.nearest(map.values(), i * dim);
            double now = cost(i, row, decoded.samples(), cell, grid.places(), centres, dim);
            assertThat(now).as("row %d", i).isCloseTo(least, offset(1e-4 * (1 + now)));
            assertThat(least).as("row %d", i).isLessThan(then + 1e-4 * (1 + then));
            changed++;
        }
        assertThat(moved).isEqualTo(changed).isBetween(N / 10, N);
    }

    private static ResidualMlp decoder(int dim) {
        MlpShape shape = new MlpShape(dim, 16, 1, Heads.real(WIDTH));
        return ResidualMlp.glorot(shape, CounterRandom.of(SEED, "decoder"));
    }

    private static TrainingOptions options(int cells) {
        return GneOptions.of(Preset.DEFAULT).training().withSearch(new SearchOptions(cells, 0, 1, 1, 0, 0.2));
    }

    /** A search that moves the rows of a map. */
    private GlobalSearch search(
            Samples samples,
            Embedding map,
            ResidualMlp decoder,
            PrincipalComponents components,
            @Nullable Embedding projected,
            TrainingOptions options,
            @Nullable NeighborGraph graph) {
        FreeCoordinates coordinates = new FreeCoordinates(map, options.coordinates(), null, SEED);
        return new GlobalSearch(
                new GlobalSearch.Setting(
                        samples, coordinates, decoder, components, projected, RowOrder.all(samples.size(), 1)),
                options.search(),
                options.neighbors(),
                options.epochs(),
                SEED,
                graph,
                parallel);
    }

    private NeighborCentres centres(
            NeighborGraph graph, Embedding map, TrainingOptions options, PrincipalComponents components) {
        NeighborOptions neighbors = options.neighbors();
        double progress = (double) EPOCH / options.epochs();
        double weight = neighbors.weight() * neighbors.search().at(progress) * components.meanVariance() * WIDTH;
        int nearest = (int) Math.round(neighbors.centre().at(progress));
        return NeighborCentres.of(graph, map, nearest, weight, parallel);
    }

    private static double cost(
            int i, float[] row, float[] decoded, int cell, float[] places, NeighborCentres centres, int dim) {
        double sum = 0;
        for (int j = 0; j < WIDTH; j++) {
            double d = row[j] - decoded[cell * WIDTH + j];
            sum += d * d;
        }
        return centres == null ? sum : sum + centres.cost(i, places, cell * dim, dim);
    }

    private static float[] decode(ResidualMlp decoder, Embedding map, int i) {
        Decoder.Pass pass = decoder.pass();
        System.arraycopy(place(map, i), 0, pass.input(), 0, map.dim());
        pass.run(1);
        return pass.output();
    }

    private static float[] place(Embedding map, int i) {
        float[] place = new float[map.dim()];
        System.arraycopy(map.values(), i * map.dim(), place, 0, map.dim());
        return place;
    }

    private static Embedding map(int dim) {
        CounterRandom random = CounterRandom.of(SEED, "map");
        float[] values = new float[N * dim];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.gaussian(i);
        }
        return new Embedding(values, dim);
    }

    private static Samples samples() {
        CounterRandom random = CounterRandom.of(SEED, "rows");
        float[][] rows = new float[N][WIDTH];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < WIDTH; j++) {
                rows[i][j] = (float) (random.gaussian((long) i * WIDTH + j) + 2 * Math.sin(i * 0.01 * (j + 1)));
            }
        }
        return Samples.of(rows);
    }
}
