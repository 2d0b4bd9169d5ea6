package org.gne.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.gne.GneModel;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Target;
import org.gne.io.export.RowTags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlExportTest {

    @TempDir
    Path directory;

    private String export(MapContent content) throws IOException {
        Path file = directory.resolve("map.html");
        HtmlExport.write(file, content);
        return Files.readString(file);
    }

    private static byte[] payload(String page, String name) throws IOException {
        Matcher found = Pattern.compile("<script id=\"payload-" + name + "\"[^>]*>([A-Za-z0-9+/=]*)</script>")
                .matcher(page);
        assertThat(found.find()).as(name).isTrue();
        byte[] packed = Base64.getDecoder().decode(found.group(1));
        return new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private static float[] floats(byte[] bytes) {
        float[] floats = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        return floats;
    }

    private static Map<String, Object> description(String page) throws IOException {
        Matcher found = Pattern.compile("<script id=\"description\"[^>]*>(.*?)</script>")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return Objects.requireNonNull(JSON.std.mapFrom(found.group(1)));
    }

    @Test
    void holdsMapDecoderAndRowsToTheBit() throws IOException {
        GneModel model = Maps.pictures(5000, 2);
        byte[] pixels = new byte[5000 * 12];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 31);
        }
        String page = export(new MapContent(
                "digits",
                model,
                Samples.ofBytes(pixels, model.schema()),
                null,
                null,
                Maps.numbers(5000, 1),
                List.of(),
                null,
                null,
                List.of()));
        assertThat(floats(payload(page, "embedding")))
                .isEqualTo(model.embedding().values());
        assertThat(floats(payload(page, "decoder"))).isEqualTo(model.decoder().parameters());
        assertThat(floats(payload(page, "scaling"))).containsExactly(0, 1 / 255f);
        assertThat(floats(payload(page, "errors"))).isEqualTo(Maps.numbers(5000, 1));
        assertThat(payload(page, "rows")).isEqualTo(pixels);
        assertThat(description(page))
                .containsEntry("source", "embedded")
                .containsEntry("title", "digits")
                .containsEntry("rows", 5000)
                .containsEntry("payloads", List.of("embedding", "decoder", "scaling", "errors", "rows"));
    }

    @Test
    void labelsThatAreNumbersKeepAllTheirDigits() throws IOException {
        double[] values = {1_700_000_000_123.0, Double.NaN, 0.1};
        MapContent content = MapContent.of("stones", Maps.table(3).withTarget(new Target("when", values)), null);
        String page = export(content);
        assertThat(description(page))
                .containsEntry("target", "when")
                .containsEntry("classes", List.of())
                .containsEntry("payloads", List.of("embedding", "decoder", "scaling", "target"));
        double[] found = new double[3];
        ByteBuffer.wrap(payload(page, "target"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(found);
        assertThat(found).isEqualTo(values);
    }

    @Test
    void ofManyClassesTheSmallShareALook() throws IOException {
        int rows = 60;
        int[] classes = IntStream.range(0, rows).map(row -> row < 55 ? row : 54).toArray();
        Labels labels = new Labels(
                classes, IntStream.range(0, 55).mapToObj(i -> "c" + i).toList());
        MapContent content = new MapContent(
                "many", Maps.table(rows), null, labels, null, new float[0], List.of(), null, null, List.of());
        List<?> styles = (List<?>) description(export(content)).get("classes");
        assertThat(styles).hasSize(55);
        List<Map<?, ?>> others = styles.stream()
                .<Map<?, ?>>map(style -> (Map<?, ?>) style)
                .filter(style -> Boolean.TRUE.equals(style.get("other")))
                .toList();
        assertThat(others).hasSize(15);
        assertThat(others.stream().map(style -> style.get("color")).distinct()).hasSize(1);
        assertThat(((Map<?, ?>) styles.get(54)).get("other")).isNull();
    }

    @Test
    void asksNobodyForAnything() throws IOException {
        String page = export(Maps.hostileTable(10));
        assertThat(page).contains("default-src 'none'").contains("connect-src 'none'");
        assertThat(page).doesNotContainPattern("(src|href)=\"(?!data:,\")");
        assertThat(page).doesNotContain("@import").doesNotContainPattern("url\\((?!data:)");
    }

    @Test
    void namesInTheDataAreNeverMarkup() throws IOException {
        String page = export(Maps.hostileTable(10));
        assertThat(page).doesNotContain("<script>alert");
        assertThat(page).contains("<title>&lt;/script&gt;");
        assertThat(description(page)).containsEntry("title", Maps.HOSTILE);
        assertThat(JSON.std.listFrom(new String(payload(page, "ids"), StandardCharsets.UTF_8)))
                .element(1)
                .isEqualTo(Maps.HOSTILE);
    }

    @Test
    void thePolicyNamesTheProgramAndTheStyleThatAreThere() throws Exception {
        String page = export(Maps.hostileTable(10));
        for (String[] element : new String[][] {{"script", "<script>"}, {"style", "<style>"}}) {
            int from = page.lastIndexOf(element[1]) + element[1].length();
            String content = page.substring(from, page.indexOf("</" + element[0] + ">", from));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            assertThat(page)
                    .contains(element[0] + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
    }

    @Test
    void rowsThatAreTooManyAreLeftOutAndItIsSaid() throws IOException {
        Path file = directory.resolve("map.html");
        String note = HtmlExport.write(file, Maps.hostileTable(10), RowTags.none(10), 199);
        assertThat(note).contains("left out");
        String page = Files.readString(file);
        assertThat(page).doesNotContain("payload-rows");
        assertThat(description(page)).containsEntry("note", note);
        assertThat(HtmlExport.write(file, Maps.hostileTable(10), RowTags.none(10), 200))
                .isNull();
        assertThat(floats(payload(Files.readString(file), "rows"))).hasSize(50).startsWith(Float.NaN);
    }

    @Test
    void aMapThatIsNoPlaneIsRefused() {
        assertThatThrownBy(() -> MapContent.of("cube", Maps.pictures(4, 3), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cube: a map of 3 dimensions, expected 2");
    }

    @Test
    void whatDoesNotFitTheMapIsRefused() {
        GneModel model = Maps.table(4);
        assertThatThrownBy(() -> MapContent.of("leaves", model, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leaves: 3 errors for a map of 4 rows, expected as many");
    }
}
