package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowStoreTest {

    @TempDir
    Path directory;

    /** On the heap, in a file, and in a file only when the heap's share is full. */
    private List<StorageOptions> everywhere() {
        StorageOptions heap = StorageOptions.automatic().in(directory);
        return List.of(heap, heap.onDisk(), new StorageOptions(1 << 23, directory));
    }

    @Test
    void floatsComeBackAsTheyWere() throws IOException {
        for (StorageOptions options : everywhere()) {
            // A row of 1.2 MB: blocks of 3 rows.
            for (int width : new int[] {1, 7, 300_000}) {
                int rows = width == 300_000 ? 17 : 5000;
                Random random = new Random(1);
                float[][] expected = new float[rows][width];
                Samples samples;
                try (RowStore store = new RowStore(RowStore.Element.FLOAT, width, options)) {
                    for (float[] row : expected) {
                        for (int j = 0; j < width; j++) {
                            row[j] = Float.intBitsToFloat(random.nextInt());
                        }
                        store.add(row);
                    }
                    assertThat(store.size()).isEqualTo(rows);
                    samples = store.finish(Schema.Columns.numbered(width));
                }
                same(samples, expected);
                nothingLeft();
            }
        }
    }

    private static void same(Samples samples, float[][] expected) {
        assertThat(samples.size()).isEqualTo(expected.length);
        float[] row = new float[samples.width() + 2];
        for (int i = expected.length - 1; i >= 0; i--) {
            samples.read(i, row, 1);
            for (int j = 0; j < samples.width(); j++) {
                if (Float.floatToRawIntBits(row[j + 1]) != Float.floatToRawIntBits(expected[i][j])) {
                    assertThat(row[j + 1]).as("row %d, column %d", i, j).isEqualTo(expected[i][j]);
                }
            }
        }
        assertThat(row[0]).isZero();
        assertThat(row[row.length - 1]).isZero();
    }

    @Test
    void bytesAreScaledAsThoseOfAnArray() throws IOException {
        Schema schema = new Schema.Picture(41, 50, 1);
        byte[] values = new byte[5000 * schema.width()];
        new Random(2).nextBytes(values);
        Samples array = Samples.ofBytes(values, schema);
        for (StorageOptions options : everywhere()) {
            Samples samples;
            try (RowStore store = new RowStore(RowStore.Element.BYTE, schema.width(), options)) {
                for (int from = 0; from < values.length; from += schema.width()) {
                    store.add(values, from);
                }
                samples = store.finish(schema);
            }
            nothingLeft();
            for (Scaling scaling : List.of(
                    Scaling.none(),
                    Scaling.unit(0, 255),
                    Scaling.of(ScalingKind.STANDARDIZE, Survey.of(array), array.schema()))) {
                float[] expected = new float[schema.width()];
                float[] found = new float[schema.width()];
                for (int row : new int[] {0, 1, 2044, 2045, 4999}) {
                    array.scaled(scaling).read(row, expected, 0);
                    samples.scaled(scaling).read(row, found, 0);
                    assertThat(found).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void noRowsAreNoSamples() throws IOException {
        for (StorageOptions options : everywhere()) {
            try (RowStore store = new RowStore(RowStore.Element.BYTE, 3, options)) {
                assertThat(store.finish(Schema.Columns.numbered(3)).size()).isZero();
            }
        }
    }

    @Test
    void aDirectoryThatIsMissingIsAnError() {
        StorageOptions options = StorageOptions.automatic().onDisk().in(directory.resolve("missing"));
        RowStore store = new RowStore(RowStore.Element.FLOAT, 1, options);
        assertThatThrownBy(() -> store.add(new float[1])).isInstanceOf(IOException.class);
    }

    private void nothingLeft() throws IOException {
        if (System.getProperty("os.name").equals("Linux")) {
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void aMissingFolderIsNamedWithAWayOut() {
        Path missing = directory.resolve("missing");
        StorageOptions options = StorageOptions.automatic().in(missing).onDisk();
        RowStore store = new RowStore(RowStore.Element.FLOAT, 300_000, options);
        assertThatThrownBy(() -> store.add(new float[300_000]))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        missing + ": the folder for temporary files is missing, expected it to exist, or another one"
                                + " (--scratch)");
    }
}
