package org.gne.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.gne.data.Dataset;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;

class ArrowRootTest {

    private static final ReadOptions BY_KIND = ReadOptions.defaults().withColumns(ColumnChoice.ALL.withLabel("kind"));

    @Test
    void vectorsInMemoryBecomeRowsWithLabelsAndMissingValues() throws Exception {
        try (BufferAllocator memory = new RootAllocator();
                Float8Vector length = new Float8Vector("length", memory);
                IntVector mass = new IntVector("mass", memory);
                VarCharVector kind = new VarCharVector("kind", memory)) {
            for (int i = 0; i < 30; i++) {
                length.setSafe(i, i / 4.0);
                mass.setSafe(i, 1000 + 37 * i);
                kind.setSafe(i, (i % 2 == 0 ? "even" : "odd").getBytes(StandardCharsets.UTF_8));
            }
            length.setNull(7);
            List.of(length, mass, kind).forEach(vector -> vector.setValueCount(30));
            VectorSchemaRoot root = VectorSchemaRoot.of(length, mass, kind);

            Dataset data = ArrowRoot.read("birds", root, Map.of(), BY_KIND);

            assertThat(data.name()).isEqualTo("birds");
            assertThat(data.samples().size()).isEqualTo(30);
            float[] row = new float[data.samples().width()];
            data.samples().read(6, row, 0);
            assertThat(row).containsExactly(1.5f, 1222);
            data.samples().read(7, row, 0);
            assertThat(row).containsExactly(Float.NaN, 1259);
            assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("even", "odd");
            assertThat(data.labels().classes()[7]).isEqualTo(1);
            assertThat(root.getRowCount()).as("the root stays open").isEqualTo(30);
        }
    }

    @Test
    void listsOfNumbersAreColumns() throws Exception {
        try (BufferAllocator memory = new RootAllocator();
                ListVector vectors = ListVector.empty("v", memory)) {
            UnionListWriter writer = vectors.getWriter();
            for (int i = 0; i < 30; i++) {
                writer.setPosition(i);
                writer.startList();
                writer.float4().writeFloat4(i / 8f);
                writer.float4().writeFloat4(-i);
                writer.endList();
            }
            vectors.setValueCount(30);
            Dataset data = ArrowRoot.read("vectors", VectorSchemaRoot.of(vectors), Map.of(), ReadOptions.defaults());
            float[] row = new float[data.samples().width()];
            data.samples().read(6, row, 0);
            assertThat(row).containsExactly(0.75f, -6);
        }
    }

    @Test
    void anUnknownColumnIsNamed() {
        try (BufferAllocator memory = new RootAllocator();
                IntVector mass = new IntVector("mass", memory)) {
            mass.setSafe(0, 1);
            mass.setValueCount(1);
            assertThatThrownBy(() -> ArrowRoot.read("birds", VectorSchemaRoot.of(mass), Map.of(), BY_KIND))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("birds")
                    .hasMessageContaining("'kind'");
        }
    }
}
