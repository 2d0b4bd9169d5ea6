package org.gne.cli.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gne.cli.output.ResultFolder;
import org.gne.data.Dataset;
import org.gne.mnist.Mnist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

    @TempDir
    private Path directory;

    @Test
    void whateverTextGoesIntoThePageComesOutAsText() throws IOException {
        String name = "<img src=\"x\" onerror='alert(1)'> & more";
        Dataset digits = Mnist.test().limit(20);
        PaperRun odd = PaperRun.of(new Dataset(name, digits.samples(), digits.labels()), 20, 1, 1, 1);
        ReportPage report = new ReportPage(
                odd, List.of(), Map.of("gne", "<b>bad</b>"), Map.of(), List.of(), new ResultFolder(directory));
        String html = report.html();
        assertThat(html)
                .doesNotContain("<img src=\"x\"", "<b>bad")
                .contains("&lt;img src=&quot;x&quot; onerror=&#39;alert(1)&#39;&gt; &amp; more")
                .contains("gne: &lt;b&gt;bad&lt;/b&gt;");
    }
}
