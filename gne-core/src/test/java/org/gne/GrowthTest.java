package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.loop.FitListener;
import org.gne.quality.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthTest {

    private static final float[][] ROWS = Clusters.rows(360, 8);

    /** Two of the three clusters. */
    private static final Dataset OLD = rows(row -> row % 3 < 2 && row < 300);

    /** More of these, and the third cluster. */
    private static final Dataset ADDED = rows(row -> row >= 300 || row % 3 == 2);

    private static final GneOptions FAST =
            GneOptions.of(Preset.FAST).withThreads(2).withBatch(64).withEpochs(30);

    private static final GneModel MAP = Gne.fit(OLD, FAST);

    private static final GrowOptions OPTIONS =
            GrowOptions.defaults().withThreads(2).withEpochs(8);

    private static final GneModel GROWN = Gne.grow(MAP, OLD, ADDED, OPTIONS);

    @TempDir
    Path directory;

    private static Dataset rows(IntPredicate chosen) {
        int[] rows = IntStream.range(0, ROWS.length).filter(chosen).toArray();
        return Dataset.of(Samples.of(ROWS).rows(rows))
                .withLabels(new Labels(IntStream.of(rows).map(row -> row % 3).toArray(), List.of("a", "b", "c")));
    }

    private static double meanMove(GneModel grown) {
        Embedding before = MAP.embedding();
        double sum = 0;
        for (int row = 0; row < before.size(); row++) {
            sum += Math.hypot(
                    grown.embedding().get(row, 0) - before.get(row, 0),
                    grown.embedding().get(row, 1) - before.get(row, 1));
        }
        return sum / before.size();
    }

    @Test
    void theResultIsAModelOfAllRowsWithItsLineage() throws IOException {
        int all = OLD.samples().size() + ADDED.samples().size();
        assertThat(GROWN.embedding().size()).isEqualTo(all);
        assertThat(GROWN.labels()).isEqualTo(OLD.followedBy(ADDED).labels());
        assertThat(GROWN.record().growths())
                .containsExactly(new GrowthRecord(
                        MAP.embedding().sha256(),
                        OLD.samples().size(),
                        ADDED.samples().size(),
                        0,
                        GrowOptions.ANCHOR));
        Path file = directory.resolve("grown.safetensors");
        GROWN.save(file);
        GneModel loaded = GneModel.load(file);
        assertThat(loaded.record()).isEqualTo(GROWN.record());
        assertThat(loaded.place(ADDED.samples()).unexplained()).isLessThan(10);
    }

    @Test
    void aNewKindOfRowsIsExplainedAndGetsAPlaceOfItsOwn() {
        assertThat(MAP.place(rows(row -> row % 3 == 2).samples()).unexplained()).isGreaterThan(100);
        assertThat(GROWN.explained().total()).isGreaterThan(0.9);
        assertThat(GROWN.quality(OLD.followedBy(ADDED)).value(Measure.KNN_ACCURACY))
                .isGreaterThan(0.98);
    }

    @Test
    void theMapDoesNotDependOnThreads() {
        GneModel other = Gne.grow(MAP, OLD, ADDED, OPTIONS.withThreads(3));
        assertThat(other.embedding()).isEqualTo(GROWN.embedding());
        assertThat(other.decoder().parameters()).isEqualTo(GROWN.decoder().parameters());
    }

    @Test
    void moreAnchorMeansLessMove() {
        double[] moves = IntStream.of(0, 1, 100, 10_000)
                .mapToDouble(anchor -> meanMove(Gne.grow(MAP, OLD, ADDED, OPTIONS.withAnchor(anchor))))
                .toArray();
        // In 8 epochs an old row is trained 3 times.
        assertThat(moves[3]).isLessThan(moves[2]).isLessThan(0.03);
        assertThat(moves[2]).isLessThan(moves[1]).isLessThan(0.05);
        assertThat(moves[1]).isLessThan(moves[0]);
    }

    @Test
    void anInterruptedGrowthContinuesWithTheSameBits() throws IOException {
        for (int stop : new int[] {1, 5}) {
            CheckpointOptions file =
                    new CheckpointOptions(directory.resolve("checkpoint" + stop + ".safetensors"), Duration.ZERO);
            FitListener until =
                    progress -> progress.epoch() == stop ? FitListener.Action.STOP : FitListener.Action.CONTINUE;
            Growth growth = Growth.of(MAP, OLD, ADDED, OPTIONS);
            assertThat(growth.run(until, file, null).record().epochs()).isEqualTo(stop);
            Checkpoint checkpoint = Checkpoint.load(file.file());
            GneModel resumed = Growth.of(MAP, OLD, ADDED, OPTIONS).run(FitListener.NONE, file, checkpoint);
            assertThat(resumed.embedding()).isEqualTo(GROWN.embedding());
            assertThat(resumed.decoder().parameters()).isEqualTo(GROWN.decoder().parameters());

            Growth other = Growth.of(MAP, OLD, ADDED, OPTIONS.withAnchor(5));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> other.run(FitListener.NONE, null, checkpoint))
                    .withMessageContaining("expected the same map, rows and options");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Gne.resume(checkpoint, OLD.followedBy(ADDED), FitListener.NONE, file))
                    .withMessageContaining("rows that are added to a map");
        }
    }

    @Test
    void withoutTheOldRowsTheyKeepTheirCoordinates() {
        GneModel rehearsed = Gne.grow(MAP, ADDED, OPTIONS.withRehearse(120));
        int values = MAP.embedding().values().length;
        assertThat(Arrays.copyOf(rehearsed.embedding().values(), values))
                .isEqualTo(MAP.embedding().values());
        assertThat(rehearsed.embedding().size()).isEqualTo(GROWN.embedding().size());
        assertThat(rehearsed.record().growths().get(0).rehearsed()).isEqualTo(120);
        assertThat(rehearsed.labels()).isEqualTo(GROWN.labels());
        assertThat(rehearsed.quality(OLD.followedBy(ADDED)).value(Measure.EXPLAINED))
                .isGreaterThan(0.85);
    }

    @Test
    void otherRowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Growth.of(MAP, ADDED, ADDED, OPTIONS))
                .withMessageContaining("expected the 200 rows of 8 values of the map");
        GneModel kept = Gne.fit(
                OLD, FAST.withEpochs(1), FitListener.NONE, CheckpointOptions.to(directory.resolve("c.safetensors")));
        Dataset changed = OLD.withSamples(OLD.samples().mapped((row, at) -> row[at] += 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.grow(kept, changed, ADDED, OPTIONS))
                .withMessageContaining("not the rows of the map, or they have changed");
        Dataset picture = Dataset.of(ADDED.samples().withSchema(new Schema.Picture(2, 4, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Growth.of(MAP, OLD, picture, OPTIONS))
                .withMessageContaining("images of 2 x 4 x 1");
        Dataset counts = Dataset.of(ADDED.samples()
                .withSchema(new Schema.Columns(IntStream.range(0, 8)
                        .mapToObj(j -> Column.count(Integer.toString(j)))
                        .toList())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Growth.of(MAP, OLD, counts, OPTIONS))
                .withMessageContaining("column 0: found COUNT, expected NUMBER");
        assertThatIllegalArgumentException().isThrownBy(() -> Growth.of(MAP, OLD, ADDED, OPTIONS.withRehearse(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> Growth.rehearsed(MAP, ADDED, OPTIONS));
        Dataset none = Dataset.of(ADDED.samples().limit(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Growth.of(MAP, OLD, none, OPTIONS))
                .withMessageContaining("no new rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withAnchor(-1))
                .withMessageContaining("anchor: found -1.0");
    }

    @Test
    void newCategoriesAndColumnsGetOutputsOfTheirOwn() {
        Schema.Columns before =
                new Schema.Columns(List.of(Column.number("u"), Column.category("kind", List.of("a", "b"))));
        Schema.Columns after = new Schema.Columns(
                List.of(Column.number("v"), Column.category("kind", List.of("c", "a")), Column.number("u")));
        float[] old = new float[2 * 200];
        float[] added = new float[3 * 100];
        for (int i = 0; i < 200; i++) {
            old[2 * i] = 10 * (i % 2) + i / 100f;
            old[2 * i + 1] = i % 2;
        }
        for (int i = 0; i < 100; i++) {
            added[3 * i] = i % 2 == 0 ? 5 : -5;
            added[3 * i + 1] = i % 2;
            added[3 * i + 2] = (i % 2 == 0 ? 40 : 0) + i / 50f;
        }
        Dataset rows = Dataset.of(Samples.ofCells(Samples.ofFloats(old, Schema.Columns.numbered(2)), before));
        Dataset more = Dataset.of(Samples.ofCells(Samples.ofFloats(added, Schema.Columns.numbered(3)), after));
        GneModel map = Gne.fit(rows, FAST);
        Growth growth = Growth.of(map, rows, more, OPTIONS.withEpochs(20));
        assertThat(growth.notes())
                .containsExactly("column kind: 1 new category: c", "column v: new, missing in the old rows");
        GneModel grown = growth.run(FitListener.NONE, null, null);
        assertThat(((Schema.Columns) grown.schema()).names()).containsExactly("u", "kind=a", "kind=b", "kind=c", "v");
        // What the decoder generates where a row of the new kind lies.
        float[] sample = grown.generate(new float[][] {grown.embedding().point(200)})[0];
        assertThat(sample[3]).isGreaterThan(0.9f);
        assertThat(sample[4]).isBetween(4f, 6f);
        float[] known = grown.generate(new float[][] {grown.embedding().point(1)})[0];
        assertThat(known[2]).isGreaterThan(0.9f);
        assertThat(known[0]).isBetween(8f, 13f);
    }
}
