package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.junit.jupiter.api.Test;

class OriginChoiceTest {

    private static final int ROWS = 3000;

    private final Random random = new Random(7);
    private final WrittenTable tables = new WrittenTable();

    @Test
    void numbersFarFromZeroKeepFiveDigitsOfTheirSpread() {
        keepsDigits(1_700_000_000_000.0, 2000);
        keepsDigits(1_700_000_000, 180);
        keepsDigits(1e9, 30);
        keepsDigits(-1e15, 1000);
        keepsDigits(1e6, 0.01);
    }

    @Test
    void verySmallAndVeryLargeNumbersKeepThemToo() {
        keepsDigits(0, 1e-300);
        keepsDigits(1e-300, 1e-306);
        keepsDigits(0, 1e300);
        keepsDigits(0, 1e39);
    }

    @Test
    void ordinaryNumbersStayAsTheyAre() {
        for (double spread : new double[] {1e-12, 1e-3, 1, 1000, 1e20}) {
            assertThat(column(read(gaussian(3 * spread, spread)))).isEqualTo(Column.number("x"));
        }
        // Years, and a few wild values.
        assertThat(column(read(i -> 1900 + i % 120))).isEqualTo(Column.number("x"));
        assertThat(column(read(i -> i == 77 ? 1e9 : random.nextGaussian()))).isEqualTo(Column.number("x"));
    }

    /** A year of seconds, and prices in cents: a float would round them to 128 s, and keep them. */
    @Test
    void wholeNumbersAreStoredSoThatTheyAreNotRounded() {
        assertThat(column(read(i -> 1_700_000_000.0 + 10_007.0 * i)).origin()).isGreaterThan(1.7e9);
        assertThat(column(read(i -> (1_000_001 + i % 5000) / 100.0))).isEqualTo(Column.number("x"));
    }

    @Test
    void wildValuesDoNotDecideTheOrigin() {
        IntToDoubleFunction times = gaussian(1.7e12, 2000);
        Dataset data = read(i -> i % 100 == 0 ? -1 : times.applyAsDouble(i));
        assertThat(column(data).origin()).isBetween(1.69e12, 1.71e12);
    }

    @Test
    void numbersInTheOrderOfTheRowsAreSeenAsAWhole() {
        // The first thousand rows alone would ask for an origin.
        Dataset data = read(i -> i < 1500 ? 1e4 + i * 1e-4 : i);
        assertThat(column(data)).isEqualTo(Column.number("x"));
    }

    private void keepsDigits(double middle, double spread) {
        double[] values = new double[ROWS];
        IntToDoubleFunction source = gaussian(middle, spread);
        for (int i = 0; i < ROWS; i++) {
            values[i] = source.applyAsDouble(i);
        }
        Dataset data = read(i -> values[i]);
        float[] row = new float[2];
        for (int i = 0; i < ROWS; i++) {
            data.samples().read(i, row, 0);
            double error = Math.abs(column(data).value(row[0]) - values[i]);
            assertThat(error / spread).as(middle + " +- " + spread).isLessThan(1e-5);
        }
    }

    private IntToDoubleFunction gaussian(double middle, double spread) {
        return i -> middle + spread * random.nextGaussian();
    }

    private Dataset read(IntToDoubleFunction values) {
        return tables.read(ROWS, Map.of("x", values::applyAsDouble, "y", i -> i * i % 97), ColumnChoice.ALL);
    }

    private static Column column(Dataset data) {
        return ((Schema.Columns) data.samples().schema()).columns().get(0);
    }
}
