package org.gne.io.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gne.io.CellText;
import org.gne.io.InputException;
import org.junit.jupiter.api.Test;

class PlainRecordsTest {

    /** A text that is read in pieces, so that buffers end anywhere. */
    private static final class Pieces extends Reader {
        private final StringReader in;
        private final Random random;

        Pieces(String text, Random random) {
            this.in = new StringReader(text);
            this.random = random;
        }

        @Override
        public int read(char[] out, int offset, int length) throws IOException {
            return in.read(out, offset, Math.min(length, 1 + random.nextInt(7)));
        }

        @Override
        public void close() {
            in.close();
        }
    }

    /** The records with their lines; the last one is the error, if there is one. */
    private static List<String> all(TextRecords records) throws IOException {
        List<String> all = new ArrayList<>();
        try (records) {
            for (List<String> each = records.next(); each != null; each = records.next()) {
                all.add(records.line() + each.toString());
            }
        } catch (InputException e) {
            all.add("error");
        }
        return all;
    }

    @Test
    void recordsAreThoseOfTheReaderOfQuotes() throws IOException {
        for (int seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            String alphabet = seed % 3 == 0 ? "1,\n" : seed % 3 == 1 ? "12a.-e, \n\r\"" : "\"\",,\na\r1";
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<String> expected = all(new QuotedRecords("x", new StringReader(text.toString()), ',', 0));
            List<String> found = all(new PlainRecords("x", new Pieces(text.toString(), random), ','));
            if (expected.contains("error")) {
                // The other reader looks one record further.
                assertThat(found).as("seed %d: %s", seed, text).endsWith("error");
                found.remove("error");
                expected.remove("error");
                assertThat(found).hasSizeGreaterThanOrEqualTo(expected.size());
                assertThat(found.subList(0, expected.size()))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(expected);
            } else {
                assertThat(found).as("seed %d: %s", seed, text).isEqualTo(expected);
            }
        }
    }

    @Test
    void numbersAreThoseOfTheirTexts() throws IOException {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>(List.of(
                "0",
                "-0",
                "007",
                "+5",
                "5.",
                ".5",
                "-.5",
                ".",
                "-",
                "+",
                "1e5",
                "1E-5",
                "1e",
                "1e+",
                "e5",
                "1e400",
                "1e-400",
                "9007199254740993",
                "9223372036854775807",
                "123456789012345678",
                "1234567890123456789",
                "0.1",
                "1 2",
                " 1",
                "1 ",
                "1f",
                "0x1",
                "1_0",
                "--1",
                "1.2.3",
                "NaN",
                "inf",
                "4.9e-324",
                "1.7976931348623157e308",
                "0.000000000000000000000001",
                "123456789.123456789",
                "1e22",
                "1e23",
                "8.5e-23"));
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            texts.add(
                    i % 3 == 0 ? "" + value : i % 3 == 1 ? "" + (float) random.nextGaussian() : "" + random.nextLong());
        }
        TextRecords records = new PlainRecords("x", new StringReader(String.join(",1\n", texts) + ",1\n"), ',');
        for (String text : texts) {
            Fields fields = records.read();
            assertThat(fields).isNotNull();
            assertThat(fields.text(0)).isEqualTo(text);
            Double found = fields.plainNumber(0);
            boolean plain = text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
            assertThat(found).as(text).isEqualTo(Double.valueOf(plain ? CellText.number(text) : Double.NaN));
            if (plain) {
                assertThat(fields.isWhole()).as(text).isEqualTo(CellText.isWhole(text));
                assertThat(fields.hasPoint()).as(text).isEqualTo(text.indexOf('.') >= 0);
            }
        }
    }

    @Test
    void aRecordMayBeLongerThanTheBuffer() throws IOException {
        String wide = "1.5,".repeat(100_000) + "2";
        TextRecords records = new PlainRecords("x", new StringReader(wide + "\n" + wide + "\n"), ',');
        for (int i = 1; i <= 2; i++) {
            Fields fields = records.read();
            assertThat(fields).isNotNull();
            assertThat(fields.size()).isEqualTo(100_001);
            assertThat(fields.plainNumber(99_999)).isEqualTo(1.5);
            assertThat(fields.text(100_000)).isEqualTo("2");
            assertThat(records.line()).isEqualTo(i);
        }
        assertThat(records.read()).isNull();
    }
}
