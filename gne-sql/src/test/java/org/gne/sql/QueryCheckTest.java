package org.gne.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query only reads. */
class QueryCheckTest {

    @TempDir
    Path directory;

    @BeforeEach
    void writeData() throws IOException {
        Files.writeString(
                directory.resolve("d.jsonl"),
                "{\"a\": 1, \"b\": {\"c\": [1, 2]}, \"k\": \"x\"}\n{\"a\": 4, \"b\": {\"c\": [3]}, \"k\": \"y\"}\n"
                        + "{\"a\": 9, \"b\": {\"c\": [5]}, \"k\": \"x\"}\n");
        Files.writeString(directory.resolve("t.csv"), "a;b\n1,5;x\n2,5;y\n4,5;x\n");
    }

    @Test
    void whatIsNotOneQueryIsRefused() throws IOException {
        List<String> hostile = List.of(
                "select a from 'D/d.jsonl'); copy (select 1 a) to 'D/w.csv'; select * from (select 1 a",
                "select 1 a; copy (select 1 a) to 'D/w.csv'",
                "select 1 a;; copy (select 1 a) to 'D/w.csv'; select 1 a",
                "select 1 a /* ; */; copy (select 1) to 'D/w.csv'",
                "select 1 a -- \n; copy (select 1) to 'D/w.csv'",
                "select $$;$$ a; copy (select 1) to 'D/w.csv'",
                "select $x$;$x$ a; copy (select 1) to 'D/w.csv'",
                "select e'\\'' a; copy (select 1) to 'D/w.csv' --'",
                "select '''' a; copy (select 1) to 'D/w.csv'",
                "select \"a;\" from (select 1 \"a;\"); copy (select 1) to 'D/w.csv'",
                "from (select 1 a); export database 'D/w.csv'",
                "with t as (select 1 a) select * from t; attach 'D/w.csv' as x",
                "select 1 a; attach 'D/w.csv'",
                "select 1 a; install httpfs",
                "select 1 a; load httpfs",
                "select 1 a; load 'D/w.so'",
                "select 1 a; pragma database_list",
                "select 1 a; set threads = 8",
                "select 1 a; set lock_configuration = false",
                "select 1 a; reset memory_limit",
                "select 1 a; create table t as select 1",
                "select 1 a; drop table t",
                "select 1 a; call pragma_version()",
                "select 1 a; use main",
                "select 1 a; checkpoint",
                "select 1 a; begin transaction",
                "select 1 a; import database 'D'",
                "select 1 a; prepare p as select 1",
                "select 1 a; vacuum",
                "select 1 a; create secret s (type s3)",
                "with t as (select 1 a) insert into t select 2",
                "with t as (select 1 a) delete from t",
                "with t as (select 1 a) update t set a = 2",
                "values (1, 2); copy (select 1) to 'D/w.csv'",
                "pivot (select 1 a, 2 b) on a using sum(b); copy (select 1) to 'D/w.csv'",
                "pivot (select 1 a, 2 b) on a using sum(b)); copy (select 1) to 'D/w.csv'; select * from (select 1",
                "pivot (select 1 a, 2 b) on a using sum(b) -- \n; copy (select 1) to 'D/w.csv'",
                "pivot (select $$'$$ a, 2 b) on a using sum(b); copy (select 1) to 'D/w.csv' --'",
                "with p as (pivot (select 1 a, 2 b) on a using sum(b)) insert into p select 1",
                "from (select 1 a) select * into 'D/w.csv'",
                "select * from read_csv('D/t.csv'); copy (select 1) to 'D/w.csv' --",
                "select * from (copy (select 1) to 'D/w.csv')",
                "select * from (attach 'D/w.csv')");
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(40);
        for (String query : hostile) {
            String text = query.replace("D/", directory + "/").replace("'D'", "'" + directory + "'");
            assertThatThrownBy(() -> Inputs.read(text, ReadOptions.defaults()))
                    .as(query)
                    .isInstanceOf(InputException.class)
                    .message()
                    .doesNotContain("\n")
                    .hasSizeLessThan(700);
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("d.jsonl", "t.csv");
        }
    }

    @Test
    void queriesOfEveryKindAreRead() {
        List<String> honest = List.of(
                "select a from 'D/d.jsonl'",
                "select a from 'D/d.jsonl';",
                "select a from 'D/d.jsonl' -- a comment",
                "select a /* ; copy */ from 'D/d.jsonl'",
                "select a from 'D/d.jsonl'; -- the end",
                "from 'D/d.jsonl' select a",
                "from 'D/d.jsonl' select a, k where a > 0",
                "select a, 'copy; to' t from 'D/d.jsonl'",
                "select a, 'it''s; (' t from 'D/d.jsonl'",
                "select a, $$a;b$$ t from 'D/d.jsonl'",
                "select a, e'x\\'y' t from 'D/d.jsonl'",
                "select a as \"set; load\" from 'D/d.jsonl'",
                "with t as (select a from 'D/d.jsonl') select * from t",
                "with t as (select a from 'D/d.jsonl'), u as (select a + 1 b from t) select * from u",
                "with recursive r(n) as (select 1 union all select n + 1 from r where n < 9) select * from r",
                "values (1, 2), (2, 5), (7, 1)",
                "select a, row_number() over (order by a desc) r from 'D/d.jsonl'",
                "select a, avg(a) over (partition by k) m from 'D/d.jsonl'",
                "select a, lag(a) over w l from 'D/d.jsonl' window w as (order by a)",
                "select k, sum(a) s from 'D/d.jsonl' group by k",
                "select k, sum(a) s from 'D/d.jsonl' group by all having s > 1 order by all",
                "select b.c[1] c from 'D/d.jsonl'",
                "select a, unnest(b.c) c from 'D/d.jsonl'",
                "select a, len(b.c) n from 'D/d.jsonl'",
                "select * exclude (b) from 'D/d.jsonl'",
                "select * exclude (b) replace (a * 2 as a) from 'D/d.jsonl'",
                "select columns('a|k') from 'D/d.jsonl'",
                "select a from read_json('D/d.jsonl', format = 'newline_delimited')",
                "select * from read_csv('D/t.csv', delim = ';', decimal_separator = ',', header = true)",
                "select * from read_csv(['D/t.csv', 'D/t.csv'], delim = ';', filename = false)",
                "select * from read_csv('D/t*.csv', delim = ';', all_varchar = false)",
                "pivot (select a, k from 'D/d.jsonl') on k using sum(a) group by a",
                "select * from (pivot (select a, k from 'D/d.jsonl') on k using sum(a) group by a)",
                "with p as (pivot (select a, k from 'D/d.jsonl') on k using sum(a) group by a) select * from p",
                "unpivot (select 1 x, 2 y, 3 z union all select 4, 5, 7) on x, y, z into name n value v",
                "select * from (select 1 x, 2 y union all select 3, 5) unpivot (v for n in (x, y))",
                "select x.a, y.a + 1 b from 'D/d.jsonl' x join 'D/d.jsonl' y using (a)",
                "select a from 'D/d.jsonl' union all select a + 10 from 'D/d.jsonl'",
                "select a from 'D/d.jsonl' using sample 3 rows",
                "select case when a > 1 then 1.5 else 0 end c, a from 'D/d.jsonl' where k in (select k from 'D/d.jsonl')",
                "select i, i * i s from range(10) t(i)",
                "select (select max(a) from 'D/d.jsonl') - a d from 'D/d.jsonl' qualify row_number() over () > 0");
        assertThat(honest).hasSizeGreaterThanOrEqualTo(40);
        for (String query : honest) {
            String text = query.replace("D/", directory + "/");
            assertThatCode(() -> Inputs.read(text, ReadOptions.defaults()))
                    .as(query)
                    .doesNotThrowAnyException();
            assertThatCode(() -> Inputs.read(text, ReadOptions.defaults().withLimit(2)))
                    .as(query)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void deepJsonIsRefused() throws IOException {
        Path file = directory.resolve("deep.json");
        for (int depth : List.of(600, 2_000, 1_000_000)) {
            Files.writeString(file, "{\"a\": " + "[".repeat(depth) + "]".repeat(depth) + "}\n");
            for (String query : List.of(
                    "select * from 'D/deep.json'",
                    "select * from read_json('D/de*.json')",
                    "select * from read_json(['D/deep.json'])",
                    "with x as (pivot (select 1 a, 2 b) on a using sum(b)) select * from x, 'D/deep.json'")) {
                String text = query.replace("D/", directory + "/");
                assertThatThrownBy(() -> Inputs.read(text, ReadOptions.defaults()))
                        .as(query)
                        .hasMessageContaining("nested more than 500 levels deep");
            }
            assertThatThrownBy(() -> Inputs.read(file.toString(), ReadOptions.defaults()))
                    .hasMessageContaining("nested more than 64 levels deep");
        }
    }

    @Test
    void aDeepQueryIsRefused() {
        String nested = "select " + "abs(".repeat(5000) + "i" + ")".repeat(5000) + " a from range(9) t(i)";
        assertThatThrownBy(() -> Inputs.read(nested, ReadOptions.defaults())).isInstanceOf(InputException.class);
    }

    @Test
    void arraysOfObjectsAreTables() throws IOException {
        Path array = Files.writeString(
                directory.resolve("a.json"),
                "[\n  {\"a\": 1.5, \"k\": \"x\"},\n  {\"a\": 2, \"k\": \"y\"},\n  {\"a\": 4, \"k\": \"x\"}\n]\n");
        assertThat(Inputs.read(array.toString(), ReadOptions.defaults())
                        .samples()
                        .size())
                .isEqualTo(3);
        Path lines = Files.writeString(directory.resolve("l.json"), "{\"a\": 1.5}\n{\"a\": 2}\n{\"a\": 4}\n");
        assertThat(Inputs.read(lines.toString(), ReadOptions.defaults())
                        .samples()
                        .size())
                .isEqualTo(3);
        Path unnamed = Files.writeString(directory.resolve("u"), "[{\"a\": 1.5}, {\"a\": 2}]");
        assertThat(Inputs.read(unnamed.toString(), ReadOptions.defaults())
                        .samples()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void theUnpackedLibraryIsDeleted() throws IOException {
        Inputs.read("select i from range(5) t(i)", ReadOptions.defaults());
        if (Files.exists(Path.of("/proc/self/maps"))) {
            try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
                assertThat(maps.filter(line -> line.contains("libduckdb_java")))
                        .isNotEmpty()
                        .allMatch(line -> line.endsWith("(deleted)"));
            }
        }
    }
}
