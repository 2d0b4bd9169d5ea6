package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.gne.io.AddressOptions;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads from a real PostgreSQL server, if its programs are installed. */
class PostgresTest {

    private static @Nullable PostgresServer server;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        Path programs = PostgresServer.programs();
        assumeTrue(programs != null, "no PostgreSQL server is installed, so that its test is left out");
        server = PostgresServer.start(programs);
        execute("create table orders (id bigint, day date, at timestamp, zoned timestamptz, amount numeric(30,20),"
                + " share float8, paid boolean, code char(4), city text, tags text[], whole numeric)");
        execute("insert into orders select 9007199254740993 + i, date '2020-01-31' + i % 9,"
                + " timestamp '2020-01-31 12:30:05.25' + i % 7 * interval '1 hour', timestamptz '2020-01-31 01:00+02',"
                + " case when i % 10 = 3 then null else i + 0.12345678901234567890 end, 1 / (i + 3.0), i % 2 = 0, 'ab',"
                + " case i % 3 when 0 then 'Ulm' else 'Bonn' end, array['x'], i from generate_series(0, 4999) i");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static String url() {
        if (server == null) {
            throw new IllegalStateException("the server did not start");
        }
        return server.url();
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private static ReadOptions asked(String query) {
        return ReadOptions.defaults().withAddress(AddressOptions.DEFAULTS.withQuery(query));
    }

    @Test
    void everyTypeIsReadAsWhatItIs() throws Exception {
        try (Table table = Inputs.table(url(), asked("select * from orders order by id"));
                Table.Rows rows = table.rows()) {
            assertThat(table.columns())
                    .extracting(column -> column.kind())
                    .containsExactly(
                            Kind.INTEGER,
                            Kind.DATE,
                            Kind.TIME,
                            Kind.TIME,
                            Kind.NUMBER,
                            Kind.NUMBER,
                            Kind.BOOLEAN,
                            Kind.TEXT,
                            Kind.TEXT,
                            Kind.TEXT,
                            Kind.NUMBER);
            assertThat(table.columns().get(9).doubt()).contains("'tags'", "_text");
            assertThat(rows.next()).isTrue();
            assertThat(rows.text(0)).isEqualTo("9007199254740993");
            assertThat(rows.number(1)).isEqualTo(18292);
            assertThat(rows.number(2)).isEqualTo(18292 * 86400.0 + 12 * 3600 + 30 * 60 + 5.25);
            assertThat(rows.number(3)).isEqualTo(18292 * 86400.0 - 3600);
            assertThat(rows.text(4)).isEqualTo("0.12345678901234567890");
            assertThat(rows.number(5)).isEqualTo(1 / 3.0);
            assertThat(rows.number(6)).isEqualTo(1);
            assertThat(rows.text(7)).isEqualTo("ab");
            for (int i = 0; i < 3; i++) {
                assertThat(rows.next()).isTrue();
            }
            assertThat(rows.number(4)).isNaN();
            assertThat(rows.text(4)).isNull();
        }
    }

    @Test
    void onlyReadingIsPossible() throws Exception {
        for (String wrong : new String[] {
            "with gone as (delete from orders returning *) select * from gone",
            "select nextval('counter')",
            "select 1; commit; drop table orders",
            "update orders set paid = true"
        }) {
            assertThatThrownBy(() -> Inputs.read(url(), asked(wrong)))
                    .isInstanceOf(InputException.class)
                    .message()
                    .doesNotContain("\n");
        }
        assertThatThrownBy(() -> Inputs.read(url(), asked("select 'infinity'::date as d, 1.5 as x")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 1, column 'd': found an infinite date");
        assertThatThrownBy(() -> Inputs.read(url(), asked("select nothing from orders")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("column \"nothing\" does not exist")
                .hasMessageNotContaining("user=");
        assertThat(Inputs.read(url(), asked("select amount from orders").withLimit(7))
                        .samples()
                        .size())
                .isEqualTo(7);
    }

    @Test
    void aQueryIsFitted() {
        Run run = Run.of(
                "fit",
                url(),
                "--query",
                "select day, amount, share, paid, city, zoned from orders where id % 49 = 0 order by id",
                "--label",
                "city",
                "--preset",
                "fast",
                "--epochs",
                "2",
                "--threads",
                "1",
                "--out",
                directory.resolve("out"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("dates: day\n", "numbers: amount, share (2)\n", "booleans: paid\n", "2 classes");
        assertThat(directory.resolve("out/map.png")).exists();
    }
}
