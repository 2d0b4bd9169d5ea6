package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gne fit} on inputs that are addresses. */
class AddressInputTest {

    private static final String[] QUICK = {
        "--preset", "fast", "--epochs", "2", "--threads", "1", "--label", "kind", "--out"
    };

    @TempDir
    Path directory;

    private Run fit(String input, String... more) {
        return Run.of(Stream.of(
                        new String[] {"fit", input},
                        QUICK,
                        new String[] {directory.resolve("out").toString()},
                        more)
                .flatMap(Arrays::stream)
                .toArray());
    }

    @Test
    void aTableBehindAnEncryptedAddressIsFitted() throws Exception {
        StringBuilder table = new StringBuilder("x,y,kind\n");
        for (int i = 0; i < 40; i++) {
            table.append(i % 7)
                    .append(".5,")
                    .append(i % 5)
                    .append(".25,")
                    .append(i % 2 == 0 ? "a" : "b")
                    .append('\n');
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        SSLContext before = SSLContext.getDefault();
        SSLContext context = context();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/flowers.csv", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        String address = "https://localhost:" + server.getAddress().getPort() + "/flowers.csv";
        try {
            Run untrusted = fit(address);
            assertThat(untrusted.code()).isEqualTo(2);
            assertThat(untrusted.err().lines()).hasSize(1);
            assertThat(untrusted.err()).contains("no trusted encrypted connection to localhost");
            SSLContext.setDefault(context);
            Run run = fit(address);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(directory.resolve("out/map.png")).exists();
            assertThat(run.err()).contains("40").contains("2 classes");
            Run large = fit(address, "--download-limit", "0");
            assertThat(large.err()).contains("--download-limit: found 0");
        } finally {
            SSLContext.setDefault(before);
            server.stop(0);
        }
    }

    /** A certificate for localhost that this process trusts. */
    private SSLContext context() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = directory.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder((tool
                                + " -genkeypair -alias gne -keyalg EC -validity 2 -dname CN=localhost -ext SAN=dns:localhost"
                                + " -storetype PKCS12 -storepass secret -keypass secret -keystore " + store)
                        .split(" "))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "secret".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Test
    void aQueryToSqliteIsFitted() throws Exception {
        String url = "jdbc:sqlite:" + directory.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (day text, amount real, city text, kind text, paid boolean)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into orders values (?, ?, ?, ?, ?)")) {
                for (int i = 0; i < 40; i++) {
                    insert.setString(1, "2020-01-" + (10 + i % 9));
                    insert.setObject(2, i % 10 == 3 ? null : i * 0.37);
                    insert.setString(3, i % 3 == 0 ? "Ulm" : "Bonn");
                    insert.setString(4, i % 2 == 0 ? "a" : "b");
                    insert.setInt(5, i % 4 == 0 ? 1 : 0);
                    insert.execute();
                }
            }
            connection.commit();
        }
        Run run = fit(url, "--query", "select day, amount, city, kind, paid from orders");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("dates: day\n", "numbers: amount\n", "categories: city of 2\n", "booleans: paid\n")
                .contains("4 values missing");
        Run wrong = fit(url, "--query", "drop table orders");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("found 'drop' at the beginning of the query");
    }
}
