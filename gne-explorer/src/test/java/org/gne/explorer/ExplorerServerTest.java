package org.gne.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorerServerTest {

    private static final int ROWS = 100;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ExplorerServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ExplorerServer.start(Maps.hostileTable(ROWS), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.root() + path + "?" + server.address().getQuery()))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The first line of the answer to a request as it is written. */
    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
                line.append((char) c);
            }
            return line.toString();
        }
    }

    @Test
    void sendsRowsByTheirNumbers() throws Exception {
        byte[] page = get("rows/0").body();
        int width = page.length / 64;
        byte[] some = get("some/3,0,63").body();
        assertThat(some).hasSize(3 * width);
        assertThat(Arrays.copyOf(some, width)).isEqualTo(Arrays.copyOfRange(page, 3 * width, 4 * width));
        assertThat(Arrays.copyOfRange(some, 2 * width, 3 * width))
                .isEqualTo(Arrays.copyOfRange(page, 63 * width, 64 * width));
        assertThat(get("some/" + ROWS).statusCode()).isEqualTo(404);
        assertThat(get("some/1,,2").statusCode()).isEqualTo(404);
        assertThat(get("some/" + "1,".repeat(255) + "1").body()).hasSize(256 * width);
        assertThat(get("some/" + "1,".repeat(256) + "1").statusCode()).isEqualTo(404);
    }

    @Test
    void findsByMeaningIfTheMapCan() throws Exception {
        assertThat(get("find/stones").statusCode()).isEqualTo(404);
        MeaningSearch search = (text, most) -> {
            if (text.equals("???")) {
                throw new IllegalArgumentException("no words");
            }
            return new MeaningSearch.Found(
                    new float[] {1, -2}, List.of(new MeaningSearch.Word(text, 0.5)), new int[] {most, 3}, new float[] {
                        0.75f, 0.5f
                    });
        };
        try (ExplorerServer other =
                ExplorerServer.start(Maps.hostileTable(ROWS), new ServerTools(search, null, null), 0)) {
            assertThat(found(other, "large%20stones%2F%C3%A9"))
                    .isEqualTo("{\"place\":[1.0,-2.0],\"words\":[{\"word\":\"large stones/\u00e9\",\"share\":0.5}],"
                            + "\"rows\":[50,3],\"cosines\":[0.75,0.5]}");
            assertThat(found(other, "%3F%3F%3F")).isEqualTo("{\"failure\":\"no words\"}");
        }
    }

    private static String found(ExplorerServer of, String text) throws Exception {
        URI uri = URI.create(of.root() + "find/" + text + "?" + of.address().getQuery());
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String host() {
        return "127.0.0.1:" + server.address().getPort();
    }

    private static String token() {
        return server.address().getQuery().replace("token=", "");
    }

    private static String cookie() {
        return "\r\nCookie: other=1; gne-" + server.address().getPort() + "=" + token();
    }

    @Test
    void servesThePageAndItsData() throws Exception {
        HttpResponse<byte[]> page = get("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).doesNotContain("<script>alert");
        assertThat(get("payload/embedding").body()).hasSize(8 * ROWS);
        assertThat(get("payload/ids").body()).isNotEmpty();
    }

    @Test
    void servesRowsPageByPage() throws Exception {
        assertThat(get("rows/0").body()).hasSize(64 * 5 * 4);
        assertThat(get("rows/1").body()).hasSize((ROWS - 64) * 5 * 4);
        assertThat(get("rows/2").statusCode()).isEqualTo(404);
        assertThat(get("column/5").statusCode()).isEqualTo(404);
        ByteBuffer rows = ByteBuffer.wrap(get("rows/1").body()).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer column = ByteBuffer.wrap(get("column/3").body()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(column.remaining()).isEqualTo(4 * ROWS);
        assertThat(column.getFloat(4 * 70)).isEqualTo(rows.getFloat(4 * (5 * (70 - 64) + 3)));
    }

    @Test
    void theCategoryOfEveryRowIsItsLargestValue() throws Exception {
        ByteBuffer rows = ByteBuffer.wrap(get("rows/1").body()).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer codes = ByteBuffer.wrap(get("category/2/3").body()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(codes.remaining()).isEqualTo(4 * ROWS);
        for (int row = 64; row < ROWS; row++) {
            float[] values = new float[3];
            for (int k = 0; k < 3; k++) {
                values[k] = rows.getFloat(4 * (5 * (row - 64) + 2 + k));
            }
            int code = codes.getInt(4 * row);
            assertThat(values[code]).isEqualTo(Math.max(values[0], Math.max(values[1], values[2])));
        }
        assertThat(get("category/3/3").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pom.xml",
                "/payload/../../pom.xml",
                "/payload/..%2f..%2fpom.xml",
                "//etc/passwd",
                "/payload/",
                "/payload/rows",
                "/rows/-1",
                "/rows/99999999",
                "/rows/999999999999999999999",
                "/column/x",
                "/category/0/99999999",
                "/index.html"
            })
    void nothingElseCanBeAskedFor(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host() + cookie() + "\r\n\r\n"))
                .isEqualTo("HTTP/1.1 404 Not Found");
    }

    @Test
    void aForeignHostIsRefused() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host() + cookie() + "\r\n\r\n"))
                .isEqualTo("HTTP/1.1 200 OK");
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example" + cookie() + "\r\n\r\n"))
                .isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(raw("GET / HTTP/1.1" + cookie() + "\r\n\r\n")).isEqualTo("HTTP/1.1 403 Forbidden");
    }

    @Test
    void aForeignOriginIsRefused() throws Exception {
        String ask = "GET /payload/embedding HTTP/1.1\r\nHost: " + host() + cookie() + "\r\nOrigin: ";
        assertThat(raw(ask + "http://" + host() + "\r\n\r\n")).isEqualTo("HTTP/1.1 200 OK");
        assertThat(raw(ask + "https://evil.example\r\n\r\n")).isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(raw(ask + "null\r\n\r\n")).isEqualTo("HTTP/1.1 403 Forbidden");
    }

    @Test
    void nothingCanBeSent() throws Exception {
        assertThat(raw("POST / HTTP/1.1\r\nHost: " + host() + cookie() + "\r\nContent-Length: 2\r\n\r\nhi"))
                .isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(raw("PUT / HTTP/1.1\r\nHost: " + host() + cookie() + "\r\nContent-Length: 2\r\n\r\nhi"))
                .isEqualTo("HTTP/1.1 405 Method Not Allowed");
    }

    @Test
    void slowAndBrokenConnectionsDoNotStopIt() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort());
                slow.add(socket);
                // Some say nothing, some half a request, some go away in the middle of it.
                if (i % 3 > 0) {
                    socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.ISO_8859_1));
                }
                if (i % 3 == 2) {
                    socket.close();
                }
            }
            assertThat(get("payload/embedding").body()).hasSize(8 * ROWS);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void clientsThatAreGoneLeaveNoThreads() throws Exception {
        try (ExplorerServer own = ExplorerServer.start(Maps.hostileTable(3), 0)) {
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), own.address().getPort());
                socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.ISO_8859_1));
                clients.add(socket);
            }
            for (Socket socket : clients) {
                socket.close();
            }
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("gne-explorer")) {
                    thread.join(30_000);
                    assertThat(thread.isAlive()).isFalse();
                }
            }
        }
    }

    @Test
    void nothingIsAnsweredWithoutTheTokenOfTheAddress() throws Exception {
        for (String path :
                List.of("/", "/payload/embedding", "/rows/0", "/none", "/?token=", "/?token=" + "0".repeat(32))) {
            String ask = "GET " + path + " HTTP/1.1\r\nHost: " + host();
            assertThat(raw(ask + "\r\n\r\n")).as(path).isEqualTo("HTTP/1.1 403 Forbidden");
            assertThat(raw(ask + "\r\nCookie: gne-" + server.address().getPort() + "=0\r\n\r\n"))
                    .as(path)
                    .isEqualTo("HTTP/1.1 403 Forbidden");
        }
        assertThat(raw("POST /live/stop HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo("HTTP/1.1 403 Forbidden");
    }

    @Test
    void thePageGivesACookieForWhatItLoads() throws Exception {
        HttpResponse<byte[]> page = get("");
        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValue("gne-" + server.address().getPort() + "=" + token() + "; Path=/; HttpOnly; SameSite=Strict");
        assertThat(raw("GET /payload/embedding HTTP/1.1\r\nHost: " + host() + cookie() + "\r\n\r\n"))
                .isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void theAddressForTheBrowserWorksOnce() throws Exception {
        String ask = "GET /?" + server.addressOnce().getQuery() + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n";
        assertThat(server.addressOnce()).isNotEqualTo(server.address());
        assertThat(raw(ask)).isEqualTo("HTTP/1.1 200 OK");
        assertThat(raw(ask)).isEqualTo("HTTP/1.1 403 Forbidden");
    }

    @Test
    void headIsAnsweredAsGetWithoutABody() throws Exception {
        for (String path : List.of("", "payload/embedding", "none")) {
            HttpRequest head = HttpRequest.newBuilder(URI.create(server.root() + path + "?token=" + token()))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<byte[]> answer = CLIENT.send(head, HttpResponse.BodyHandlers.ofByteArray());
            HttpResponse<byte[]> whole = get(path);
            assertThat(answer.statusCode()).isEqualTo(whole.statusCode());
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
        }
    }

    @Test
    void answersOnTheLoopbackAddressOnly() {
        assertThat(server.listensOn().isLoopbackAddress()).isTrue();
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int port = server.address().getPort();
        assertThatThrownBy(() -> ExplorerServer.start(Maps.hostileTable(3), port))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("port " + port)
                .hasMessageContaining("expected a free one");
    }
}
