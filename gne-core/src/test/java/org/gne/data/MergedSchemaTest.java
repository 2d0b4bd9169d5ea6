package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedSchemaTest {

    private static final Schema.Columns FIRST =
            new Schema.Columns(List.of(Column.category("kind", List.of("a", "b")), Column.number("u")));

    private static final Schema.Columns SECOND =
            new Schema.Columns(List.of(Column.bool("w"), Column.category("kind", List.of("c", "b"))));

    private static final float NONE = Float.NaN;

    private final MergedSchema merged = MergedSchema.of(FIRST, SECOND);

    private static float[][] all(Samples rows) {
        float[][] all = new float[rows.size()][rows.width()];
        for (int i = 0; i < all.length; i++) {
            rows.read(i, all[i], 0);
        }
        return all;
    }

    @Test
    void theColumnsOfTheFirstComeFirstWithAllCategories() {
        assertThat(((Schema.Columns) merged.schema()).names()).containsExactly("kind=a", "kind=b", "kind=c", "u", "w");
        assertThat(merged.same()).isFalse();
        assertThat(MergedSchema.of(FIRST, FIRST).same()).isTrue();
        assertThat(MergedSchema.of(FIRST, new Schema.Columns(List.of(Column.number("u"))))
                        .same())
                .isTrue();
    }

    @Test
    void whatASetDoesNotHaveIsMissing() {
        Samples first = Samples.ofFloats(new float[] {1, 0, 7, NONE, NONE, 8}, FIRST);
        assertThat(Arrays.deepToString(all(merged.first(first)))).isEqualTo(Arrays.deepToString(new float[][] {
            {1, 0, 0, 7, NONE}, {NONE, NONE, NONE, 8, NONE}
        }));
        Samples second = Samples.ofFloats(new float[] {1, 1, 0, 0, 0, 1}, SECOND);
        assertThat(Arrays.deepToString(all(merged.second(second)))).isEqualTo(Arrays.deepToString(new float[][] {
            {0, 0, 1, NONE, 1}, {0, 1, 0, NONE, 0}
        }));
        // A category that the first does not have is missing there.
        assertThat(Arrays.deepToString(all(merged.secondAsFirst(second)))).isEqualTo(Arrays.deepToString(new float[][] {
            {NONE, NONE, NONE}, {0, 1, NONE}
        }));
    }

    @Test
    void otherKindsAreRefused() {
        Schema other = new Schema.Columns(List.of(Column.bool("u")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergedSchema.of(FIRST, other))
                .withMessageContaining("column u: found BOOLEAN, expected NUMBER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergedSchema.of(new Schema.Picture(2, 2, 1), FIRST))
                .withMessageContaining("found rows of a table of 2 columns, expected images of 2 x 2 x 1");
    }

    @Test
    void rowsFollowEachOtherWithWhatIsKnownOfThem() {
        Dataset one = Dataset.of(new float[][] {{1}, {2}})
                .withLabels(Labels.of("b", "a"))
                .withName("one");
        Dataset two = Dataset.of(new float[][] {{3}})
                .withLabels(Labels.of("c"))
                .withIds(Ids.of("x"))
                .withName("two");
        Dataset both = one.followedBy(two);
        assertThat(Arrays.deepToString(all(both.samples())))
                .isEqualTo(Arrays.deepToString(new float[][] {{1}, {2}, {3}}));
        assertThat(both.labels()).isEqualTo(new Labels(new int[] {1, 0, 2}, List.of("a", "b", "c")));
        assertThat(both.ids()).isEqualTo(Ids.of("0", "1", "x"));
        assertThat(both.name()).isEqualTo("one + two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.followedBy(
                        Dataset.of(new float[][] {{3}}).withTarget(new Target("price", new double[] {4}))))
                .withMessageContaining("numbers after classes");
    }
}
