package org.gne.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.Inputs;
import org.junit.jupiter.api.Test;

/** The bundled files are the authors': counts and checksums are of the original database. */
class MnistTest {

    @Test
    void trainingSetIsTheOriginal() throws Exception {
        Dataset train = Inputs.open("mnist", null);
        assertThat(train.name()).isEqualTo("MNIST, training");
        assertThat(train.samples().size()).isEqualTo(60_000);
        assertThat(counts(train)).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(firstPicture(train)).isEqualTo("23ceaef5eb61f0e70d64ac18fdf0f60df3d5971cf30bbadac7b6ebf07f782d2c");
        assertThat(train.labels().name(0)).isEqualTo("5");
    }

    @Test
    void testSetIsTheOriginal() throws Exception {
        Dataset test = Inputs.open("mnist-test", null);
        assertThat(test.name()).isEqualTo("MNIST, test");
        assertThat(test.samples().size()).isEqualTo(10_000);
        assertThat(counts(test)).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        assertThat(firstPicture(test)).isEqualTo("8f6a418c9a639f9e14e96feca47a97df2a35a0a68ae2875431c5c80e05536941");
        assertThat(test.labels().name(0)).isEqualTo("7");
    }

    private static int[] counts(Dataset set) {
        assertThat(set.samples().schema()).isEqualTo(new Schema.Picture(28, 28, 1));
        assertThat(set.labels().names()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        int[] counts = new int[10];
        for (int label : set.labels().classes()) {
            counts[label]++;
        }
        return counts;
    }

    private static String firstPicture(Dataset set) throws Exception {
        float[] row = new float[784];
        set.samples().read(0, row, 0);
        byte[] bytes = new byte[784];
        for (int i = 0; i < 784; i++) {
            bytes[i] = (byte) row[i];
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void bothSetsAreInputsByName() {
        assertThat(Inputs.open("mnist-test", null).samples().size()).isEqualTo(10_000);
        assertThatThrownBy(() -> Inputs.open("mnits", null))
                .hasMessageStartingWith("input 'mnits': neither a known name nor a file that exists,"
                        + " expected mnist, mnist-test, CSV or TSV");
    }
}
