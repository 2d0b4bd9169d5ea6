package org.gne.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gne.io.export.RowTags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags of rows on the server, and rows as Parquet with them. */
class TagsTest {

    private static final int ROWS = 100;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private Path file;
    private ExplorerServer server;

    @BeforeEach
    void start() throws IOException {
        file = directory.resolve("tags.csv");
        server = started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ExplorerServer started() throws IOException {
        MapContent content = Maps.hostileTable(ROWS);
        RowsExport text = (rows, tags) ->
                Files.writeString(directory.resolve("rows.parquet"), Arrays.toString(rows) + tags.of(rows[0]));
        return ExplorerServer.start(content, new ServerTools(null, new TagFile(file, ROWS, content.ids()), text), 0);
    }

    private URI uri(String path) {
        return URI.create(server.root() + path + "?" + server.address().getQuery());
    }

    private String get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String token() throws Exception {
        Matcher token = Pattern.compile("\"token\":\"([0-9a-f]{32})\"").matcher(get(""));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> post(String path, String body, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("X-Gne-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void areKeptInTheFileAndSurviveARestart() throws Exception {
        assertThat(get("tags")).isEqualTo("{\"names\":[],\"rows\":[],\"problems\":[]}");
        HttpResponse<String> answer = post(
                "tags",
                "{\"changes\":[{\"tag\":\"odd\",\"rows\":[5,3,7]},{\"tag\":\"a, b\",\"rows\":[0]},{\"tag\":\"\",\"rows\":[3]}]}",
                token());
        String kept = "{\"names\":[\"a, b\",\"odd\"],\"rows\":[[0],[5,7]],\"problems\":[]}";
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(kept);
        assertThat(file).hasContent("row,tag\n0,\"a, b\"\n5,odd\n7,odd\n");
        server.close();
        server = started();
        assertThat(get("tags")).isEqualTo(kept);
        assertThat(get("")).contains("\"tags\":\"tags.csv\"");
    }

    @Test
    void whatPeopleWriteIntoTheFileMeanwhileIsKept() throws Exception {
        post("tags", "{\"changes\":[{\"tag\":\"odd\",\"rows\":[5]}]}", token());
        Files.writeString(file, "row,tag\n6,mine\n600,mine\n");
        String kept = post("tags", "{\"changes\":[{\"tag\":\"odd\",\"rows\":[7]}]}", token())
                .body();
        assertThat(kept).contains("\"names\":[\"mine\",\"odd\"]", "line 3: found row '600', expected 0 to 99");
        assertThat(file).hasContent("row,tag\n6,mine\n7,odd\n600,mine\n");
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndNotOverwritten() throws Exception {
        Files.writeString(file, "something else\n");
        assertThat(get("tags")).contains("\"failure\":", "expected row,tag or id,tag");
        HttpResponse<String> answer = post("tags", "{\"changes\":[{\"tag\":\"odd\",\"rows\":[7]}]}", token());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("expected row,tag or id,tag");
        assertThat(file).hasContent("something else\n");
    }

    @Test
    void wrongRequestsChangeNothing() throws Exception {
        String token = token();
        for (String body : new String[] {
            "",
            "[]",
            "{",
            "{\"changes\":1}",
            "{\"changes\":[{\"rows\":[1]}]}",
            "{\"changes\":[{\"tag\":\"x\",\"rows\":[1.5]}]}",
            "{\"changes\":[{\"tag\":\"x\",\"rows\":[100]}]}",
            "{\"changes\":[{\"tag\":\"a\\nb\",\"rows\":[1]}]}",
            "{\"changes\":[{\"tag\":\"ok\",\"rows\":[1]},{\"tag\":\"=x\",\"rows\":[2]}]}"
        }) {
            HttpResponse<String> answer = post("tags", body, token);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).as(body).contains("expected");
        }
        assertThat(post("tags", "{\"changes\":[]}", "0".repeat(32)).statusCode())
                .isEqualTo(403);
        assertThat(post("tags", " ".repeat((16 << 20) + 1), token).statusCode()).isEqualTo(413);
        assertThat(file).doesNotExist();
    }

    @Test
    void rowsAreSavedAsParquetWithTheirTags() throws Exception {
        post("tags", "{\"changes\":[{\"tag\":\"odd\",\"rows\":[5]}]}", token());
        assertThat(post("parquet", "{\"rows\":[9,5]}", token()).body()).isEqualTo("[5, 9]odd");
        assertThat(post("parquet", "{}", token()).body()).startsWith("[0, 1, 2,");
        assertThat(post("parquet", "{\"rows\":[100]}", token()).statusCode()).isEqualTo(400);
        assertThat(directory.resolve("rows.parquet")).doesNotExist();
        assertThat(get("")).contains("\"parquet\":true");
    }

    @Test
    void aPageOfOneFileHoldsThem() throws IOException {
        RowTags tags = RowTags.none(ROWS).with(List.of(new RowTags.Change("odd", new int[] {1})));
        Path page = directory.resolve("map.html");
        HtmlExport.write(page, Maps.hostileTable(ROWS), tags);
        assertThat(Files.readString(page)).contains("id=\"payload-tags\"").containsPattern("\"tags\":\"[0-9a-f]{16}\"");
        HtmlExport.write(page, Maps.hostileTable(ROWS));
        assertThat(Files.readString(page)).doesNotContain("id=\"payload-tags\"");
    }
}
