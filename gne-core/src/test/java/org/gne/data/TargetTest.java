package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final Target PRICE = new Target("price", new double[] {3, Double.NaN, -0.5, 1e15, 0.1});

    @Test
    void unknownNumbersAreNaN() {
        assertThat(PRICE.size()).isEqualTo(5);
        assertThat(PRICE.known()).isEqualTo(4);
        assertThat(PRICE.knownRows()).containsExactly(0, 2, 3, 4);
        assertThat(PRICE.low()).isEqualTo(-0.5);
        assertThat(PRICE.high()).isEqualTo(1e15);
        Target none = new Target("none", new double[] {Double.NaN});
        assertThat(none.low()).isNaN();
        assertThat(none.high()).isNaN();
        assertThat(none.text(0)).isNull();
        assertThat(PRICE.limit(2).values()).containsExactly(3, Double.NaN);
    }

    @Test
    void textReadsBackAsTheSameNumber() {
        assertThat(PRICE.text(0)).isEqualTo("3");
        assertThat(PRICE.text(1)).isNull();
        assertThat(PRICE.text(2)).isEqualTo("-0.5");
        assertThat(PRICE.text(3)).isEqualTo("1000000000000000");
        assertThat(PRICE.text(4)).isEqualTo("0.1");
    }

    @Test
    void infiniteNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target("price", new double[] {1, Double.POSITIVE_INFINITY}))
                .withMessage("price: row 1: found Infinity, expected a finite number or NaN");
    }

    @Test
    void classesAndNumbersAreLabelsOfRows() {
        Samples rows = Samples.of(new float[5][2]);
        Labels classes = new Labels(new int[] {0, -1, 1, 0, 0}, List.of("a", "b"));
        Dataset data = new Dataset("rows", rows, null);
        assertThat(data.rowLabels()).isNull();
        assertThat(data.withTarget(PRICE).rowLabels()).isSameAs(PRICE);
        assertThat(data.withLabels(classes).rowLabels()).isSameAs(classes);
        assertThat(classes.text(1)).isNull();
        assertThat(classes.text(2)).isEqualTo("b");
    }
}
