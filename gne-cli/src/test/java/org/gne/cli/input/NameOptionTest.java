package org.gne.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameOptionTest {

    @Test
    void commasSeparateNamesUnlessTheyAreQuoted() {
        assertThat(split("a,b", "c")).containsExactly("a", "b", "c");
        assertThat(split("a,\"b,c\"", "\"d, e\"")).containsExactly("a", "b,c", "d, e");
        assertThat(split("x=\"1,5\",y=2,")).containsExactly("x=1,5", "y=2", "");
        assertThat(split("\"say \"\"hi\"\"\"", "5\"")).containsExactly("say \"hi\"", "5\"");
        assertThat(split()).isEmpty();
        assertThatThrownBy(() -> split("\"a,b"))
                .hasMessageContaining("--columns: found '\"a,b', expected a closing quote");
    }

    private static List<String> split(String... values) {
        return NameOption.split("--columns", List.of(values));
    }
}
