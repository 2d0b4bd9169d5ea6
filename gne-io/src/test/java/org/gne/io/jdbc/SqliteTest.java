package org.gne.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.AddressOptions;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {

    @TempDir
    Path folder;

    private String database(String... statements) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return url;
    }

    private static Dataset read(String url, String query) {
        return Inputs.read(url, asked(query));
    }

    private static ReadOptions asked(String query) {
        return ReadOptions.defaults().withAddress(AddressOptions.DEFAULTS.withQuery(query));
    }

    private static void assertRefused(ThrowingCallable reading, String... parts) {
        assertThatThrownBy(reading).isInstanceOf(InputException.class).hasMessageContainingAll(parts);
    }

    @Test
    void theOnlyTableIsReadWithoutAQuery() throws SQLException {
        String url = database(
                "create table orders (day text, amount real, paid boolean, city text, n integer)",
                "insert into orders values ('2020-01-31', 12.5, 1, 'Ulm', 3), ('2020-02-01', null, 0, 'Bonn', 2),"
                        + " ('2020-02-02', 0.25, 0, 'Ulm', 9)");
        Dataset data = Inputs.read(url, ReadOptions.defaults());
        assertThat(data.samples().size()).isEqualTo(3);
        Schema.Columns schema = (Schema.Columns) data.samples().schema();
        assertThat(schema.toString()).contains("day", "amount", "paid", "city", "n");
        float[] row = new float[data.samples().width()];
        data.samples().read(1, row, 0);
        assertThat(row[1]).isNaN();
    }

    @Test
    void severalTablesAreNamedAndAQueryChooses() throws SQLException {
        String url = database(
                "create table a (x real)", "create table b (y real, z real)", "insert into b values (1.5, 2), (3, 4)");
        assertRefused(() -> Inputs.read(url, ReadOptions.defaults()), "found 2 tables (a, b)", "--query");
        assertThat(read(url, "select * from b order by y;").samples().width()).isEqualTo(2);
    }

    @Test
    void aTextHasAllDigitsOfItsNumber() throws Exception {
        String url = database(
                "create table t (id integer, v real)", "insert into t values (9007199254740993, 0.1234567890123456)");
        try (Table table = Inputs.table(url, asked("select id, v, null as absent from t"));
                Table.Rows rows = table.rows()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.text(0)).isEqualTo("9007199254740993");
            assertThat(rows.text(1)).isEqualTo("0.1234567890123456");
            assertThat(rows.number(1)).isEqualTo(0.1234567890123456);
            assertThat(rows.text(2)).isNull();
            assertThat(rows.number(2)).isNaN();
        }
    }

    @Test
    void aTextAmongNumbersAndBytesAreRefusedByColumnAndRow() throws SQLException {
        String url = database(
                "create table t (n integer, b blob)",
                "insert into t values (1, x'00'), (2, x'01'), ('many', x'02'), (4, x'03')");
        assertRefused(() -> read(url, "select n from t"), "'n'", "'many' in row 3", "a number in row 1");
        assertRefused(() -> read(url, "select b from t"), "'b'", "row 1: found bytes");
        ReadOptions chosen = asked("select n as m, 1.5 * rowid as r from t where n <> 'many'")
                .withColumns(ColumnChoice.ALL.withColumns(List.of("r")));
        assertThat(Inputs.read(url, chosen).samples().width()).isEqualTo(1);
    }

    @Test
    void rowsAreLimitedByTheLimit() throws SQLException {
        String url = database("create table t (v real)", "insert into t values (1.5), (2.5), (3.5)");
        assertThat(Inputs.read(url, ReadOptions.defaults().withLimit(2))
                        .samples()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void onlyOneQueryThatReadsIsRun() throws Exception {
        String url = database("create table t (v real)", "insert into t values (1.5), (2.5)");
        for (String wrong : List.of(
                "delete from t",
                "drop table t",
                "select 1; drop table t",
                "/* select */ drop table t",
                "-- select\ndrop table t",
                "pragma user_version = 7",
                "attach 'x.db' as x",
                "")) {
            assertRefused(() -> read(url, wrong), "expected");
        }
        // A query that writes, to a file that is opened for reading only.
        assertRefused(() -> read(url, "with x as (select 1) delete from t where v > 0"), "shop.db");
        assertThat(read(url, "  (-- all\nselect v from t) ;; ".replace("(", "").replace(")", ""))
                        .samples()
                        .size())
                .isEqualTo(2);
        assertThat(read(url, "with x as (select v from t) select * from x")
                        .samples()
                        .size())
                .isEqualTo(2);
        assertThat(folder.resolve("x.db")).doesNotExist();
    }

    @Test
    void whatIsNotThereIsSaidInOneLineAndNotCreated() throws SQLException {
        Path none = folder.resolve("none.db");
        assertRefused(() -> read("jdbc:sqlite:" + none, "select 1"), "jdbc:sqlite:" + none, "no connection");
        assertThat(none).doesNotExist();
        String url = database("create table t (v real)", "insert into t values (1.5)");
        assertRefused(() -> read(url, "select w from t"), "shop.db", "no such column: w");
        assertRefused(() -> read(url, "select v, v as V2, v as v from t"), "found the name 'v' for columns 1 and 3");
        assertRefused(() -> read("jdbc:nosuch:x?password=hidden", "select 1"), "jdbc:nosuch:x:", "--driver JAR");
        assertThatThrownBy(() -> read("jdbc:nosuch:x?password=hidden", "select 1"))
                .hasMessageNotContaining("hidden");
        assertRefused(
                () -> Inputs.read("table.csv", asked("select 1")), "table.csv", "a query (--query)", "no database");
    }

    @Test
    void theDriverCanBeAJarOfItsOwn() throws Exception {
        String url = database("create table t (v real)", "insert into t values (1.5), (2.5)");
        Path jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.contains("sqlite-jdbc"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
        ReadOptions options = ReadOptions.defaults().withAddress(AddressOptions.DEFAULTS.withDrivers(List.of(jar)));
        assertThat(Inputs.read(url, options).samples().size()).isEqualTo(2);
        Path none = folder.resolve("none.jar");
        ReadOptions missing = ReadOptions.defaults().withAddress(AddressOptions.DEFAULTS.withDrivers(List.of(none)));
        assertRefused(() -> Inputs.read(url, missing), none + ": no such file");
        Path other = Files.write(folder.resolve("other.jar"), new byte[0]);
        ReadOptions wrong = ReadOptions.defaults().withAddress(AddressOptions.DEFAULTS.withDrivers(List.of(other)));
        assertRefused(() -> Inputs.read(url, wrong), "found no driver", "org.xerial:sqlite-jdbc");
    }
}
