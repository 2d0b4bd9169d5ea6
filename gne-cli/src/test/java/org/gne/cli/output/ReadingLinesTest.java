package org.gne.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.gne.io.ReadProgress;
import org.gne.io.ReadProgress.Unit;
import org.junit.jupiter.api.Test;

class ReadingLinesTest {

    @Test
    void aLineSaysHowFarTheReadingIs() {
        assertThat(ReadingLines.line(new ReadProgress("downloading", 12L << 20, 1480L << 20, Unit.BYTES)))
                .isEqualTo("downloading: 12 of 1,480 MB");
        assertThat(ReadingLines.line(new ReadProgress("reading", 81_920, -1, Unit.ROWS)))
                .isEqualTo("reading: 81,920 rows");
    }

    @Test
    void whatIsReadSoonHasNoLine() {
        StringWriter text = new StringWriter();
        new ReadingLines(new PrintWriter(text)).onProgress(new ReadProgress("reading", 1, 2, Unit.ROWS));
        assertThat(text.toString()).isEmpty();
    }
}
