package org.gne.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.gne.data.Embedding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of other methods on the page. */
class ComparedMapsTest {

    private static final int ROWS = 200;

    private static final ComparedMap ODD = new ComparedMap(Maps.HOSTILE, new Embedding(Maps.numbers(2 * ROWS, 3), 2));

    /** In a line, far from 0. */
    private static final ComparedMap FLAT = flat();

    private static ComparedMap flat() {
        float[] values = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = 1e6f;
            values[2 * row + 1] = -row;
        }
        return new ComparedMap("PCA", new Embedding(values, 2));
    }

    private static byte[] bytes(Embedding map) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Payload payload = new PlaceSteps(map).payload("map-0");
        payload.content().writeTo(out);
        assertThat(out.size()).isEqualTo((int) payload.length());
        return out.toByteArray();
    }

    /** As the page reads them. */
    private static float[] places(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] low = {in.getFloat(), in.getFloat()};
        float[] step = {in.getFloat(), in.getFloat()};
        float[] places = new float[in.remaining() / 2];
        for (int i = 0; i < places.length; i++) {
            places[i] = low[i % 2] + Short.toUnsignedInt(in.getShort()) * step[i % 2];
        }
        return places;
    }

    private static void assertSame(Embedding map, byte[] bytes) {
        float[] places = places(bytes);
        assertThat(places).hasSize(map.values().length);
        for (int axis = 0; axis < 2; axis++) {
            float low = Float.MAX_VALUE;
            float high = -Float.MAX_VALUE;
            for (int row = 0; row < map.size(); row++) {
                low = Math.min(low, map.get(row, axis));
                high = Math.max(high, map.get(row, axis));
            }
            // Half a step, and what floats round off.
            double off = 0.51 * (high - low) / 65535 + 1e-7 * Math.max(Math.abs(low), Math.abs(high));
            for (int row = 0; row < map.size(); row++) {
                assertThat((double) places[2 * row + axis])
                        .isBetween(map.get(row, axis) - off, map.get(row, axis) + off);
            }
        }
    }

    @Test
    void placesAreOffByHalfAStepAtMost() throws IOException {
        assertSame(ODD.embedding(), bytes(ODD.embedding()));
        assertSame(FLAT.embedding(), bytes(FLAT.embedding()));
        assertSame(new Embedding(new float[] {-3, 0.5f}, 2), bytes(new Embedding(new float[] {-3, 0.5f}, 2)));
    }

    @Test
    void aServerSendsThemInTheOrderOfTheRows() throws Exception {
        MapContent content = Maps.hostileTable(ROWS).beside(List.of(ODD, FLAT));
        try (ExplorerServer server = ExplorerServer.start(content, 0)) {
            assertThat(get(server, "payload/map-0").body()).isEqualTo(bytes(ODD.embedding()));
            assertThat(get(server, "payload/map-1").body()).isEqualTo(bytes(FLAT.embedding()));
            assertThat(get(server, "payload/map-2").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<byte[]> get(ExplorerServer server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.root() + path + "?" + server.address().getQuery()))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void oneFileHoldsThemAndTheirNamesAreNeverMarkup(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("map.html");
        HtmlExport.write(file, Maps.hostileTable(ROWS).beside(List.of(ODD, FLAT)));
        String page = Files.readString(file);
        Matcher packed = Pattern.compile("<script id=\"payload-map-1\"[^>]*>([A-Za-z0-9+/=]*)</script>")
                .matcher(page);
        assertThat(packed.find()).isTrue();
        byte[] gzip = Base64.getDecoder().decode(packed.group(1));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes())
                .isEqualTo(bytes(FLAT.embedding()));
        assertThat(page).doesNotContain("<script>alert").contains("\"name\":\"PCA\"");
    }

    @Test
    void mapsOfOtherRowsAreRefused() {
        MapContent content = Maps.hostileTable(ROWS + 1);
        assertThatThrownBy(() -> content.beside(List.of(FLAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("200 coordinates of PCA for a map of 201 rows, expected as many");
        Embedding deep = new Embedding(new float[6], 3);
        assertThatThrownBy(() -> new ComparedMap("PCA", deep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PCA: a map of 3 dimensions, expected 2");
    }
}
