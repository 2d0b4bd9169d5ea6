package org.gne.io.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gne.data.Dataset;
import org.gne.data.StorageOptions;
import org.gne.io.AddressOptions;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.ReadProgress;
import org.gne.io.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    private static final byte[] CSV = "a,b\n1,2.5\n3,4.5\n7,0.5\n".getBytes(UTF_8);

    @TempDir
    Path scratch;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        server.close();
        try (Stream<Path> files = Files.list(scratch)) {
            assertThat(files).as("temporary files").isEmpty();
        }
    }

    private ReadOptions options() {
        return ReadOptions.defaults().withStorage(StorageOptions.automatic().in(scratch));
    }

    private Dataset read(String address) {
        return Inputs.read(address, options());
    }

    @Test
    void aTableIsReadAsFromAFile() {
        Dataset data = read(server.file("/t.csv", CSV, Map.of()));
        assertThat(data.samples().size()).isEqualTo(3);
        assertThat(data.samples().width()).isEqualTo(2);
        assertThat(data.name()).isEqualTo(server.address("/t.csv"));
    }

    @Test
    void theQueryOfAnAddressMayBeASecretAndIsNoPartOfTheName() {
        String address = server.file("/t.csv", CSV, Map.of());
        assertThat(read(address + "?key=s3cret").name()).isEqualTo(address);
        assertThatThrownBy(() -> read(server.address("/none?key=s3cret")))
                .isInstanceOf(InputException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void contentDecidesWhateverTheEndingAndTheTypeSay() throws IOException {
        byte[] header =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }                 \n".getBytes(UTF_8);
        ByteBuffer npy = ByteBuffer.allocate(10 + header.length + 24).order(ByteOrder.LITTLE_ENDIAN);
        npy.put((byte) 0x93).put("NUMPY".getBytes(UTF_8)).put((byte) 1).put((byte) 0);
        npy.putShort((short) header.length).put(header);
        for (int i = 0; i < 6; i++) {
            npy.putFloat(i);
        }
        Map<String, String> wrong = Map.of("Content-Type", "text/csv");
        assertThat(read(server.file("/array.csv", npy.array(), wrong)).samples().width())
                .isEqualTo(3);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(CSV);
        }
        assertThat(read(server.file("/packed", packed.toByteArray(), Map.of()))
                        .samples()
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aNameOrATypeFromTheServerTellsTextsApart() {
        byte[] tsv = "a\tb\n1,5\t2\n3,5\t4\n".getBytes(UTF_8);
        String byName = server.file("/get", tsv, Map.of("Content-Disposition", "attachment; filename=\"x.tsv\""));
        String byType = server.file("/typed", tsv, Map.of("Content-Type", "text/tab-separated-values; charset=utf-8"));
        assertThat(read(byName).samples().width()).isEqualTo(2);
        assertThat(read(byType).samples().width()).isEqualTo(2);
    }

    @Test
    void redirectsAreFollowedAndEndlessOnesRefused() {
        server.file("/moved/t.csv", CSV, Map.of());
        String old = server.answer("/old", exchange -> {
            exchange.getResponseHeaders().set("Location", "/moved/t.csv");
            exchange.sendResponseHeaders(302, -1);
        });
        String endless = server.answer("/endless", exchange -> {
            exchange.getResponseHeaders().set("Location", "/endless");
            exchange.sendResponseHeaders(301, -1);
        });
        assertThat(read(old).samples().size()).isEqualTo(3);
        assertThatThrownBy(() -> read(endless))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("redirects too often");
    }

    @Test
    void tooManyBytesAreRefusedWithTheLimitAnnouncedOrNot() {
        ReadOptions few = options().withAddress(AddressOptions.DEFAULTS.withMostBytes(10));
        String announced = server.file("/announced.csv", CSV, Map.of());
        String endless = server.answer("/endless.csv", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(CSV);
            }
        });
        assertThatThrownBy(() -> Inputs.read(announced, few))
                .isInstanceOf(InputException.class)
                .hasMessage(announced + ": has 22 bytes, expected at most 10 bytes: allow more with --download-limit");
        assertThatThrownBy(() -> Inputs.read(endless, few))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(": has more, expected at most 10 bytes: allow more with --download-limit");
    }

    @Test
    void whatIsNoFileIsRefusedInOneLine() throws IOException {
        assertThatThrownBy(() -> read(server.address("/none.csv")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        server.address("/none.csv") + ": the server answers 404 (no such file), expected a file (200)");
        String page = server.file("/page.csv", "\n<!DOCTYPE html><html>".getBytes(UTF_8), Map.of());
        assertThatThrownBy(() -> read(page)).hasMessageContaining("found a web page (HTML)");
        String empty = server.file("/empty.csv", new byte[0], Map.of());
        assertThatThrownBy(() -> read(empty)).hasMessage(empty + ": found an empty file, expected data");
        assertThatThrownBy(() -> read("https://x.invalid/t.csv"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the host x.invalid is not known");
        assertThatThrownBy(() -> read("https://me:pw@host/t.csv"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a user name in the address")
                .hasMessageNotContaining("pw");
        assertThatThrownBy(() -> read("https://host/a b.csv"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a space is written %20");
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> read("http://127.0.0.1:" + closed + "/t.csv"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no connection to 127.0.0.1:" + closed);
    }

    @Test
    void aFileThatEndsEarlyIsRefused() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answer = new Thread(() -> {
                try (Socket client = socket.accept()) {
                    client.getInputStream().read(new byte[4096]);
                    client.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\na,b\n1,2\n".getBytes(UTF_8));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            answer.start();
            String address = "http://127.0.0.1:" + socket.getLocalPort() + "/t.csv";
            assertThatThrownBy(() -> read(address))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("the download failed")
                    .hasMessageContaining("try again");
            answer.join();
        }
    }

    @Test
    void aServerThatFallsSilentIsGivenUpAndProgressIsReported() {
        CountDownLatch over = new CountDownLatch(1);
        String silent = server.answer("/silent.csv", exchange -> {
            exchange.sendResponseHeaders(200, 1 << 20);
            exchange.getResponseBody().write(CSV);
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<ReadProgress> told = new ArrayList<>();
        Download download = new Download(URI.create(silent), options().withListener(told::add), Duration.ofMillis(600));
        assertThatThrownBy(download::run)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no byte came for 0 seconds, after 22 bytes");
        over.countDown();
        assertThat(told).contains(new ReadProgress("downloading", CSV.length, 1 << 20, ReadProgress.Unit.BYTES));
    }

    @Test
    void theFileOfATableLivesAsLongAsTheTable() throws IOException {
        AtomicReference<Long> during = new AtomicReference<>();
        try (Table table = Inputs.table(server.file("/t.csv", CSV, Map.of()), options())) {
            try (Stream<Path> files = Files.list(scratch)) {
                during.set(files.count());
            }
            try (Table.Rows rows = table.rows()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.text(1)).isEqualTo("2.5");
            }
        }
        assertThat(during).hasValue(1L);
    }
}
