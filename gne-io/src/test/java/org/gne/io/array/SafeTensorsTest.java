package org.gne.io.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.gne.data.Dataset;
import org.gne.data.SafeTensors;
import org.gne.data.Schema;
import org.gne.data.Tensor;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    @Test
    void tensorsAreChosenByName() throws IOException {
        Path file = directory.resolve("a.safetensors");
        new SafeTensors(
                        Map.of("made", "by a test"),
                        Map.of(
                                "x", Tensor.ofFloats(new float[] {1, 2, 3, 4, 5, 6}, 3, 2),
                                "picture", Tensor.ofBytes(new byte[] {1, 2, 3, 4, 5, (byte) 200}, 3, 2, 1),
                                "y", Tensor.ofLongs(new long[] {7, -1, 7}, 3)))
                .write(file);
        Dataset data =
                Inputs.read(file.toString(), DEFAULTS.withArray("x").withColumns(ColumnChoice.ALL.withLabel("y")));
        assertThat(row(data, 2)).containsExactly(5, 6);
        assertThat(Objects.requireNonNull(data.labels()).classes()).containsExactly(1, 0, 1);
        Schema.Picture picture = new Schema.Picture(2, 1, 1);
        assertThat(row(
                        Inputs.read(
                                file.toString(), DEFAULTS.withArray("picture").withPicture(picture)),
                        2))
                .containsExactly(5, 200);
        assertThatThrownBy(() -> Inputs.read(file.toString(), DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("found 3 arrays for the rows");
    }

    private static float[] row(Dataset data, int i) {
        float[] row = new float[data.samples().width()];
        data.samples().read(i, row, 0);
        return row;
    }

    @Test
    void halvesOfFloatsAreRead() throws IOException {
        byte[] data = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x3fc0)
                .putShort((short) 0xc000)
                .array();
        String header = "{\"x\":{\"dtype\":\"%s\",\"shape\":[1,2],\"data_offsets\":[0,4]},"
                + "\"q\":{\"dtype\":\"F8_E4M3\",\"shape\":[0],\"data_offsets\":[4,4]}}";
        ReadOptions x = DEFAULTS.withArray("x");
        assertThat(row(open(header.formatted("BF16"), data, x), 0)).containsExactly(1.5f, -2);
        assertThat(row(open(header.formatted("F16"), data, x), 0)).containsExactly(1.9375f, -2);
        assertThatThrownBy(() -> open(header.formatted("F16"), data, DEFAULTS.withArray("q")))
                .hasMessageContaining("tensor 'q': found the type F8_E4M3, expected BOOL, U8");
    }

    private Dataset open(String header, byte[] data, ReadOptions options) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(8 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
        return Inputs.read(
                Files.write(directory.resolve("b.safetensors"), content).toString(), options);
    }

    @Test
    void whatIsWrongIsNamed() {
        refuses("{\"x\":{\"dtype\":\"U8\",\"shape\":[1,4],\"data_offsets\":[0,5]}}", "data_offsets 0 to 5");
        refuses("{\"x\":{\"dtype\":\"U8\",\"shape\":[1,3],\"data_offsets\":[0,4]}}", "found 4 bytes, expected 3");
        refuses("{\"x\":{\"dtype\":\"U8\",\"shape\":[-1],\"data_offsets\":[0,4]}}", "found '-1'");
        refuses("{\"x\":{\"dtype\":\"U8\",\"data_offsets\":[0,4]}}", "an entry without");
        refuses("{\"x\":{\"dtype\":\"U8\",\"shape\":[9999999999999999999],\"data_offsets\":[0,4]}}", "found '9999");
        refuses("{\"x\":3}", "character 5: found '3'");
        refuses("{\"x\":", "the header is not JSON");
        refuses("{}", "found no tensor");
        refuses("[]", "found '['");
    }

    private void refuses(String header, String message) {
        assertThatThrownBy(() -> open(header, new byte[4], DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(directory.toString())
                .hasMessageContaining(message);
    }
}
