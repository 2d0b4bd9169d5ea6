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
import org.gne.train.FitListener;
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
    @ValueSource(strings = {"0.1.0/pictures", "0.1.0/table", "0.1.0/volume", "0.1.0/checkpoint"})
    void aModelSaysWhatItSaidWhenItWasWritten(String name) throws IOException {
        GneModel model = GneModel.load(file(name + ".safetensors"));
        String said = Files.readString(file(name + ".safetensors.json"));
        assertThat(ModelFixtures.facts(model)).isEqualTo(JSON.std.mapFrom(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0/pictures", "0.1.0/table"})
    void andIsSavedAsItWas(String name) throws IOException {
        Path again = directory.resolve("again");
        GneModel.load(file(name + ".safetensors")).save(again);
        assertThat(GneModel.load(again).embedding().sha256())
                .isEqualTo(
                        GneModel.load(file(name + ".safetensors")).embedding().sha256());
    }

    /** Whether its options are still known is another matter: a newer version refuses them rather than guess. */
    @Test
    void aCheckpointIsGoneOnFromOrRefusedForItsOptions() throws IOException {
        Path file = Files.copy(file("0.1.0/checkpoint.safetensors"), directory.resolve("checkpoint"));
        try {
            GneModel model = Gne.resume(file, Clusters.samples(60, 5), FitListener.NONE);
            assertThat(model.record().epochs()).isEqualTo(20);
            assertThat(model.record().trainingLoss())
                    .isLessThan(GneModel.load(file).record().trainingLoss());
        } catch (IOException e) {
            assertThat(e)
                    .hasMessageStartingWith(file + ": no checkpoint: checkpoint.options: ")
                    .hasMessageEndingWith("expected those of this version of GNE");
        }
    }

    @Test
    void aFileOfANewerVersionIsRefused() throws IOException {
        for (String name : new String[] {"table", "checkpoint"}) {
            SafeTensors whole = SafeTensors.read(file("0.1.0/" + name + ".safetensors"));
            Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
            metadata.put("version", "2");
            Path newer = directory.resolve(name);
            new SafeTensors(metadata, whole.tensors()).write(newer);
            assertThatThrownBy(() -> GneModel.load(newer))
                    .isInstanceOf(IOException.class)
                    .hasMessage(newer + ": no model: version: found 2, expected 1: a newer version of GNE wrote it");
        }
        SafeTensors whole = SafeTensors.read(file("0.1.0/checkpoint.safetensors"));
        Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
        metadata.put("checkpoint", "2");
        Path newer = directory.resolve("newer");
        new SafeTensors(metadata, whole.tensors()).write(newer);
        assertThatThrownBy(() -> Checkpoint.load(newer))
                .isInstanceOf(IOException.class)
                .hasMessage(newer + ": no checkpoint: checkpoint: found version 2, expected 1");
    }
}
