package org.gne.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.StorageOptions;
import org.gne.io.InputException;
import org.gne.io.ReadListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureEmbedderTest {

    private static final PictureOptions SMALL =
            new PictureOptions(2, 3, new float[] {0, 0.5f, 0}, new float[] {1, 0.25f, 1});

    @TempDir
    Path directory;

    /** A model of images whose vector is the mean colour. */
    static OnnxMl.ModelProto meanColour() {
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(6)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(OnnxMl.GraphProto.newBuilder()
                        .setName("mean")
                        .addNode(OnnxMl.NodeProto.newBuilder()
                                .setOpType("GlobalAveragePool")
                                .addInput("pixels")
                                .addOutput("colour"))
                        .addInput(tensor("pixels", -1, 3, -1, -1))
                        .addOutput(tensor("colour", -1, 3, 1, 1)))
                .build();
    }

    private static OnnxMl.ValueInfoProto tensor(String name, int... shape) {
        OnnxMl.TensorShapeProto.Builder dims = OnnxMl.TensorShapeProto.newBuilder();
        for (int size : shape) {
            OnnxMl.TensorShapeProto.Dimension.Builder dim = OnnxMl.TensorShapeProto.Dimension.newBuilder();
            dims.addDim(size < 0 ? dim.setDimParam("any" + dims.getDimCount()) : dim.setDimValue(size));
        }
        OnnxMl.TypeProto.Tensor type = OnnxMl.TypeProto.Tensor.newBuilder()
                .setElemType(OnnxMl.TensorProto.DataType.FLOAT_VALUE)
                .setShape(dims)
                .build();
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    @Test
    void imagesAreScaledForTheModelAndVectorsHaveUnitLength() throws IOException {
        byte[] pixels = new byte[2 * 18];
        for (int i = 0; i < 6; i++) {
            pixels[3 * i] = (byte) 255; // The first image is red.
            pixels[18 + 3 * i + 1] = (byte) 255; // The second one is green.
        }
        Dataset images =
                new Dataset("images", Samples.ofBytes(pixels, new Schema.Picture(2, 3, 3)), Labels.of("red", "green"));
        Path onnx = Files.write(directory.resolve("colour.onnx"), meanColour().toByteArray());
        try (PictureEmbedder embedder = PictureEmbedder.of(onnx, SMALL)) {
            Dataset vectors = embedder.embed(images, 2, StorageOptions.automatic(), ReadListener.NONE);
            assertThat(vectors.labels()).isEqualTo(images.labels());
            Column column =
                    ((Schema.Columns) vectors.samples().schema()).columns().get(0);
            assertThat(column.source()).isNotNull();
            assertThat(column.source().model()).startsWith("colour.onnx ").endsWith(" 2x3 0.0,0.5,0.0 1.0,0.25,1.0");
            float[] row = new float[3];
            vectors.samples().read(0, row, 0);
            // Red 1, green (0 - 0.5) / 0.25.
            assertThat(row)
                    .containsExactly(
                            new float[] {(float) (1 / Math.sqrt(5)), (float) (-2 / Math.sqrt(5)), 0}, within(1e-6f));
            vectors.samples().read(1, row, 0);
            assertThat(row).containsExactly(new float[] {0, 1, 0}, within(1e-6f));
            Dataset others = images.withSamples(Samples.ofBytes(pixels, new Schema.Picture(3, 2, 3)));
            assertThatThrownBy(() -> embedder.embed(others, 1, StorageOptions.automatic(), ReadListener.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("height=3")
                    .hasMessageContaining("expected");
        }
    }

    @Test
    void modelsOfOtherThingsAreNamedInOneLine() throws IOException {
        Path random = Files.writeString(directory.resolve("random.onnx"), "no model");
        assertThatThrownBy(() -> PictureEmbedder.of(random, SMALL).close())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("random.onnx: is no ONNX model");
        Path texts = directory.resolve("texts.onnx");
        Files.copy(PictureEmbedderTest.class.getResourceAsStream("/" + TextEmbedder.BUNDLED + ".onnx"), texts);
        assertThatThrownBy(() -> PictureEmbedder.of(texts, SMALL).close())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("texts.onnx: is no model of images: found the inputs");
        Path pictures =
                Files.write(directory.resolve("colour.onnx"), meanColour().toByteArray());
        Path tokenizer = directory.resolve("t.json");
        Files.copy(
                PictureEmbedderTest.class.getResourceAsStream("/" + TextEmbedder.BUNDLED + "-tokenizer.json"),
                tokenizer);
        assertThatThrownBy(() -> TextEmbedder.of(pictures, tokenizer, EmbeddingOptions.defaults())
                        .close())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("colour.onnx: is no model of texts: found the inputs pixels");
    }
}
