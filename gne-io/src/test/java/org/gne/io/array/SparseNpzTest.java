package org.gne.io.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gne.data.Dataset;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sparse matrices as SciPy writes them. */
class SparseNpzTest {

    @TempDir
    Path directory;

    @Test
    void theMatrixIsReadInEveryFormat() throws IOException {
        // [[0, 1.5, 0], [0, 0, 0], [2, 0, 3], [0, 4, 0]]
        assertMatrix(npz(
                "csr",
                Map.of(
                        "data", new double[] {1.5, 3, 2, 4},
                        "indices", new double[] {1, 2, 0, 1},
                        "indptr", new double[] {0, 1, 1, 3, 4})));
        assertMatrix(npz(
                "csc",
                Map.of(
                        "data", new double[] {2, 1.5, 4, 3},
                        "indices", new double[] {2, 0, 3, 2},
                        "indptr", new double[] {0, 1, 3, 4})));
        assertMatrix(npz(
                "coo",
                Map.of(
                        "data", new double[] {3, 4, 1, 2, 0.5},
                        "row", new double[] {2, 3, 0, 2, 0},
                        "col", new double[] {2, 1, 1, 0, 1})));
    }

    private static void assertMatrix(Path file) {
        Dataset data = Inputs.read(file.toString(), ReadOptions.defaults());
        float[][] expected = {{0, 1.5f, 0}, {0, 0, 0}, {2, 0, 3}, {0, 4, 0}};
        assertThat(data.samples().size()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            float[] row = new float[3];
            data.samples().read(i, row, 0);
            assertThat(row).containsExactly(expected[i]);
        }
        assertThat(data.notes()).anyMatch(note -> note.startsWith("a sparse matrix of SciPy: 4 rows of 3"));
    }

    @Test
    void itsArraysAreNoRows() throws IOException {
        Path file = npz(
                "csr",
                Map.of("data", new double[] {1}, "indices", new double[] {1}, "indptr", new double[] {0, 1, 1, 1, 1}));
        assertThatThrownBy(() ->
                        Inputs.read(file.toString(), ReadOptions.defaults().withArray("data")))
                .hasMessageContaining("is one sparse matrix of SciPy");
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        refuses(npz("dia", Map.of("data", new double[] {1})), "array 'format': found 'dia', expected csr, csc or coo");
        refuses(npz("csr", Map.of("data", new double[] {1})), "found no array 'indices'");
        refuses(
                npz("csr", Map.of("data", new double[] {1}, "indices", new double[] {3}, "indptr", new double[] {
                    0, 1, 1, 1, 1
                })),
                "value 0: found row 0 and column 3, expected less than 4 and 3");
        refuses(
                npz("csr", Map.of("data", new double[] {1}, "indices", new double[] {1}, "indptr", new double[] {
                    0, 5, 1, 1, 1
                })),
                "array 'indptr': found 5.0 after 0.0");
    }

    private static void refuses(Path file, String message) {
        assertThatThrownBy(() -> Inputs.read(file.toString(), ReadOptions.defaults()))
                .hasMessageContaining(message);
    }

    private Path npz(String format, Map<String, double[]> arrays) throws IOException {
        Map<String, double[]> all = new LinkedHashMap<>(arrays);
        all.put("shape", new double[] {4, 3});
        Path file = directory.resolve("m.npz");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("format.npy"));
            zip.write(npy("|S3", "()", format.getBytes(StandardCharsets.US_ASCII)));
            for (Map.Entry<String, double[]> array : all.entrySet()) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(8 * array.getValue().length).order(ByteOrder.LITTLE_ENDIAN);
                for (double value : array.getValue()) {
                    bytes.putDouble(value);
                }
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(npy("<f8", "(" + array.getValue().length + ",)", bytes.array()));
            }
        }
        return file;
    }

    private static byte[] npy(String type, String shape, byte[] data) {
        byte[] header = ("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + "}\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length)
                .put(header)
                .put(data)
                .array();
    }
}
