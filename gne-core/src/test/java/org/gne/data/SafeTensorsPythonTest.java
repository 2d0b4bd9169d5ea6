package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that shares no code with the writer finds the same. */
class SafeTensorsPythonTest {

    @TempDir
    Path directory;

    @Test
    void pythonReadsTheSame() throws Exception {
        Path file = directory.resolve("model.safetensors");
        SafeTensors written = SafeTensorsTest.sample();
        written.write(file);
        Map<String, Object> found = JSON.std.mapFrom(python(file));

        List<Object> tensors = new ArrayList<>();
        for (Map.Entry<String, Tensor> entry : new TreeMap<>(written.tensors()).entrySet()) {
            Tensor tensor = entry.getValue();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            TensorCodec.write(tensor, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            List<Object> shape = new ArrayList<>();
            for (int size : tensor.shape()) {
                shape.add(size);
            }
            tensors.add(List.of(
                    entry.getKey(), tensor.type().name(), shape, HexFormat.of().formatHex(digest.digest())));
        }
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("aligned", true);
        expected.put("complete", true);
        expected.put("metadata", written.metadata());
        expected.put("tensors", tensors);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void floatsAreLittleEndian() throws Exception {
        Path file = directory.resolve("one.safetensors");
        new SafeTensors(Map.of(), Map.of("pi", Tensor.ofFloats(new float[] {3.14159274f}))).write(file);
        byte[] content = Files.readAllBytes(file);
        // struct.pack("<f", 3.14159274) in Python.
        assertThat(HexFormat.of().formatHex(content, content.length - 4, content.length))
                .isEqualTo("db0f4940");
    }

    private String python(Path file) throws IOException, InterruptedException {
        Path script = directory.resolve("read_safetensors.py");
        try (InputStream in = SafeTensorsPythonTest.class.getResourceAsStream("/read_safetensors.py")) {
            Files.copy(in, script);
        }
        Process process = null;
        try {
            process = new ProcessBuilder("python3", script.toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            abort("no python3 to read the file a second time: " + e.getMessage());
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
