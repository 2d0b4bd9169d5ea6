package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTensorsTest {

    @TempDir
    Path directory;

    static SafeTensors sample() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("title", "a \"map\" of\nΩ");
        metadata.put("empty", "");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("bytes", Tensor.ofBytes(new byte[] {0, 1, -1}, 3));
        tensors.put("map", Tensor.ofFloats(new float[] {1.5f, -0f, Float.NaN, Float.MIN_VALUE, 3e38f, 7}, 3, 2));
        tensors.put("step", Tensor.ofLongs(new long[] {Long.MIN_VALUE}));
        tensors.put("doubles", Tensor.ofDoubles(new double[] {0.1, Double.NaN, -1e300}, 3));
        tensors.put("none", Tensor.ofFloats(new float[0], 0, 5));
        tensors.put("ints", Tensor.ofInts(new int[] {Integer.MAX_VALUE, -2}, 1, 2, 1));
        return new SafeTensors(metadata, tensors);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = directory.resolve("model.safetensors");
        sample().write(file);
        assertThat(SafeTensors.read(file)).isEqualTo(sample());
        assertThat(SafeTensors.read(file).tensors().get("map").shape()).containsExactly(3, 2);
    }

    @Test
    void largeTensorsCrossBlocks() throws IOException {
        float[] values = new float[100_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        SafeTensors large = new SafeTensors(Map.of(), Map.of("a", Tensor.ofFloats(values, values.length)));
        large.write(directory.resolve("large"));
        assertThat(SafeTensors.read(directory.resolve("large"))).isEqualTo(large);
    }

    @Test
    void equalContentsMakeEqualBytesAndDataStartsAtAMultipleOfEight() throws IOException {
        sample().write(directory.resolve("a"));
        SafeTensors.read(directory.resolve("a")).write(directory.resolve("b"));
        byte[] a = Files.readAllBytes(directory.resolve("a"));
        sample().write(directory.resolve("c"));
        assertThat(Files.readAllBytes(directory.resolve("c"))).isEqualTo(a);
        assertThat(SafeTensors.read(directory.resolve("b"))).isEqualTo(sample());
        assertThat(ByteBuffer.wrap(a).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8)
                .isZero();
    }

    @Test
    void everyTruncationIsRefusedInOneLine() throws IOException {
        byte[] whole = written();
        for (int i = 0; i < 64; i++) {
            refuses(Arrays.copyOf(whole, whole.length * i / 64));
        }
        refuses(Arrays.copyOf(whole, whole.length - 1));
        refuses(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void flippedBitsAreReadOrRefused() throws IOException {
        long seed = 20240607;
        System.out.println("SafeTensorsTest.flippedBitsAreReadOrRefused seed " + seed);
        Random random = new Random(seed);
        byte[] whole = written();
        Path file = directory.resolve("flipped");
        for (int i = 0; i < 2000; i++) {
            byte[] flipped = whole.clone();
            // Most bytes are header, and most of what can go wrong is there.
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, flipped);
            try {
                SafeTensors.read(file);
            } catch (IOException e) {
                assertThat(e.getMessage()).startsWith(file + ": ").doesNotContain("\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1] | starts with '['",
                "{\"a\":1} | tensor 'a': found '1', expected {",
                "{\"a\":{}} | found no dtype",
                "{\"a\":{\"dtype\":\"F99\",\"shape\":[],\"data_offsets\":[0,4]}} | dtype 'F99', expected one of",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | 4 bytes, expected 8 for F32 [2]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}} | in this order",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | expected 0 where",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | expected 8 where the file ends",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}} | at most the 8 that the file holds",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | found '-1'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}} | a whole number",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}} | is not JSON",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2000000000,2000000000],\"data_offsets\":[0,8]}} | up to 2147483639",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904],\"data_offsets\":[0,8]}} | sizes up to",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]},\"a\":1} | Duplicate",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[8],\"shape\":[8],\"data_offsets\":[0,8]}} | Duplicate",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]}} {} | nothing but spaces",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8],\"x\":1}} | found 'x'",
                "{\"__metadata__\":{\"n\":1}} | __metadata__ 'n': found '1', expected text",
                "{\"__metadata__\":[]} | __metadata__: found '[', expected {",
                "{\"a\": | is not JSON at character",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"U8\",\"shape\":[4],"
                        + "\"data_offsets\":[4,8]}} | tensor 'b' starts at data byte 4, expected 8",
            })
    void wrongHeadersAreNamed(String header, String message) throws IOException {
        assertThat(refuses(file(header, header.length(), 8))).contains(message);
    }

    @Test
    void lyingLengthsTakeNoMemory() throws IOException {
        assertThat(refuses(file("{}", Long.MAX_VALUE, 8))).contains("header of 9223372036854775807 bytes");
        assertThat(refuses(file("{}", -1, 8))).contains("header of 18446744073709551615 bytes");
        assertThat(refuses(file("{}", 11, 8))).contains("at most 10 in a file of 18");
        assertThat(refuses(file("{}", 0, 8))).contains("at least 2");
        assertThat(refuses(new byte[7])).contains("is 7 bytes long, expected at least 8");
        Path sparse = directory.resolve("sparse");
        try (var channel = Files.newByteChannel(sparse, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(file("{}", 200_000_000, 0)));
            channel.position(300_000_000).write(ByteBuffer.allocate(1));
        }
        assertThatThrownBy(() -> SafeTensors.read(sparse))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("header of 200000000 bytes, expected at most");
    }

    @Test
    void whatIsNoFileIsNamed() {
        assertThatThrownBy(() -> SafeTensors.read(directory))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("is a directory");
        assertThatThrownBy(() -> SafeTensors.read(directory.resolve("missing")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(directory.resolve("missing") + ": there is no such file");
    }

    @Test
    void tensorsHaveTheirShape() {
        assertThatThrownBy(() -> Tensor.ofFloats(new float[5], 2, 3))
                .hasMessageContaining("5 values for the shape [2, 3]");
        assertThatThrownBy(() -> Tensor.ofFloats(new float[0], 1 << 30, 1 << 30, 1 << 30, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tensor.ofFloats(new float[1]).longs()).hasMessageContaining("holds F32, expected I64");
    }

    private byte[] written() throws IOException {
        Path file = directory.resolve("whole");
        sample().write(file);
        return Files.readAllBytes(file);
    }

    private static byte[] file(String header, long length, int data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(text)
                .array();
    }

    private String refuses(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("refused"), content);
        try {
            SafeTensors.read(file);
        } catch (IOException e) {
            assertThat(e).isExactlyInstanceOf(IOException.class);
            assertThat(e.getMessage()).startsWith(file + ": ").doesNotContain("\n");
            return e.getMessage();
        }
        throw new AssertionError("read " + content.length + " bytes, expected a refusal");
    }

    @Test
    void manyEmptyTensorsNeedLittleMemory() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < 200_000; i++) {
            tensors.put("t" + i, Tensor.ofFloats(new float[0], 0));
        }
        Path file = directory.resolve("many");
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        new SafeTensors(Map.of(), tensors).write(file);
        assertThat(SafeTensors.read(file).tensors()).hasSize(200_000);
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1L << 30);
    }
}
