package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gne.data.SafeTensors;
import org.gne.loop.FitListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that older versions wrote are read; those of newer versions are refused. {@link ModelFixtures} made them. */
class CompatibilityTest {

    @TempDir
    Path directory;

    private static Path file(String name) {
        try {
            URL found = CompatibilityTest.class.getResource("models/" + name);
            return Path.of(Objects.requireNonNull(found, name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1.0/pictures",
                "0.1.0/table",
                "0.1.0/volume",
                "0.1.0/checkpoint",
                "0.1.0-last/checkpoint",
                "0.2.0/pictures",
                "0.2.0/table",
                "0.2.0/mixed",
                "0.2.0/volume",
                "0.2.0/checkpoint"
            })
    void anOldModelGeneratesAndPlacesAsItDid(String name) throws IOException {
        GneModel model = GneModel.load(file(name + ".safetensors"));
        String said = Files.readString(file(name + ".safetensors.json"));
        assertThat(ModelFixtures.facts(model)).isEqualTo(JSON.std.mapFrom(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0/pictures", "0.1.0/table", "0.2.0/pictures", "0.2.0/mixed"})
    void anOldModelIsSavedAsItWas(String name) throws IOException {
        Path again = directory.resolve("again");
        GneModel model = GneModel.load(file(name + ".safetensors"));
        model.save(again);
        assertThat(ModelFixtures.facts(GneModel.load(again))).isEqualTo(ModelFixtures.facts(model));
    }

    /** The map is the one that 0.1 itself came to. */
    @Test
    void aCheckpointOf01IsResumedBitForBit() throws IOException {
        Path file = Files.copy(file("0.1.0-last/checkpoint.safetensors"), directory.resolve("checkpoint"));
        GneModel model = Gne.resume(file, Clusters.samples(60, 5), FitListener.NONE);
        assertThat(model.record().epochs()).isEqualTo(20);
        assertThat(model.embedding().sha256())
                .isEqualTo("5e94ac74eb5faac0a128841b67734e4540d3eba25d58b05e37d49253a3821fb4");
    }

    /** An early build of 0.1 did not know some options: they are not guessed. */
    @Test
    void aCheckpointWithoutAllOptionsIsRejected() throws IOException {
        Path file = Files.copy(file("0.1.0/checkpoint.safetensors"), directory.resolve("checkpoint"));
        assertThatThrownBy(() -> Gne.resume(file, Clusters.samples(60, 5), FitListener.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": is not a checkpoint: checkpoint.options: ")
                .hasMessageEndingWith("expected those of this version of GNE");
    }

    @Test
    void aFileOfANewerVersionIsRejected() throws IOException {
        for (String name : new String[] {"table", "checkpoint"}) {
            SafeTensors whole = SafeTensors.read(file("0.1.0/" + name + ".safetensors"));
            Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
            metadata.put("version", "3");
            Path newer = directory.resolve(name);
            new SafeTensors(metadata, whole.tensors()).write(newer);
            assertThatThrownBy(() -> GneModel.load(newer))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            newer + ": is not a model: version: found 3, expected 2: a newer version of GNE wrote it");
        }
        SafeTensors whole = SafeTensors.read(file("0.1.0/checkpoint.safetensors"));
        Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
        metadata.put("checkpoint", "3");
        Path newer = directory.resolve("newer");
        new SafeTensors(metadata, whole.tensors()).write(newer);
        assertThatThrownBy(() -> Checkpoint.load(newer))
                .isInstanceOf(IOException.class)
                .hasMessage(newer + ": is not a checkpoint: checkpoint: found version 3, expected 1 or 2");
    }
}
