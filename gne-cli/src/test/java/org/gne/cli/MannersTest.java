package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MannersTest {

    @TempDir
    Path directory;

    private static List<CommandLine> commands() {
        List<CommandLine> all =
                new ArrayList<>(Main.commandLine().getSubcommands().values());
        assertThat(all).hasSizeGreaterThanOrEqualTo(7);
        return all;
    }

    @Test
    void everyCommandHasHelpWithExamplesOfItself() {
        for (CommandLine command : commands()) {
            String name = command.getCommandName();
            Run run = Run.of(name, "--help");
            assertThat(run.code()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).as(name).doesNotContain("\u001b");
            List<String> lines = run.out().lines().toList();
            int examples = lines.indexOf("Examples:");
            assertThat(examples).as("examples of %s", name).isPositive();
            assertThat(lines.subList(examples + 1, lines.size()))
                    .filteredOn(line -> line.contains("gne " + name))
                    .as("examples of %s", name)
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(lines).as(name).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        }
    }

    @Test
    void everyCommandCalledWithoutArgumentsSaysWhatItNeedsInALine() {
        for (CommandLine command : commands()) {
            boolean needs = command.getCommandSpec().positionalParameters().stream()
                    .anyMatch(parameter -> parameter.arity().min() > 0);
            if (needs) {
                Run run = Run.of(command.getCommandName());
                assertThat(run.code()).isEqualTo(2);
                assertThat(run.err().lines()).hasSize(1);
            }
        }
    }

    @Test
    void theMainHelpNamesEveryCommand() {
        String help = Run.of("--help").out();
        for (CommandLine command : commands()) {
            assertThat(help).containsPattern("(?m)^  " + command.getCommandName() + " ");
        }
        Run none = Run.of();
        for (CommandLine command : commands()) {
            assertThat(none.err()).contains(command.getCommandName());
        }
    }

    @Test
    void theCompletionScriptKnowsEveryCommandAndOption() {
        Run run = Run.of("completion");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        for (CommandLine command : commands()) {
            assertThat(run.out()).contains("_picocli_gne_" + command.getCommandName());
            for (String option : command.getCommandSpec().optionsMap().keySet()) {
                assertThat(run.out()).contains(option);
            }
        }
        assertThat(run.out()).contains("complete -F _complete_gne").contains("\"NEIGHBORS\"");
    }
}
