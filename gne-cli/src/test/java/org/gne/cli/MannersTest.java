package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gne.results.ResultFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MannersTest {

    @TempDir
    Path directory;

    private static List<CommandLine> commands() {
        List<CommandLine> all = Main.commandLine().getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .toList();
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
    void helpNamesTheFilesThatACommandWrites() {
        assertThat(Run.of("fit", "--help").out()).contains(ResultFiles.FIT).contains(ResultFiles.CHECKPOINT);
        assertThat(Run.of("inspect", "--help").out())
                .contains(ResultFiles.ERRORS, ResultFiles.WORST_TABLE, ResultFiles.WORST, ResultFiles.ROWS)
                .contains(ResultFiles.OVERLAP_TABLE, ResultFiles.OVERLAP, ResultFiles.REGIONS);
        assertThat(Run.of("compare", "--help").out())
                .contains(ResultFiles.METRICS, ResultFiles.TABLE, ResultFiles.TABLE_CSV)
                .contains(ResultFiles.MAPS, ResultFiles.GRIDS, ResultFiles.LOSSES)
                .contains(ResultFiles.EMBEDDING, ResultFiles.MODEL);
        assertThat(Run.of("reproduce", "--help").out())
                .contains(ResultFiles.REPORT, ResultFiles.LOSSES, ResultFiles.METRICS)
                .contains(ResultFiles.TABLE, ResultFiles.TABLE_CSV)
                .contains(ResultFiles.figure("1a"), ResultFiles.figure("1e"))
                .contains(ResultFiles.figure("1b-paper"), ResultFiles.figure("1c-paper"));
    }

    @Test
    void theOldNameOfInspectWorksAndIsNowhereNamed() {
        assertThat(Run.of("read", "--help")).isEqualTo(Run.of("inspect", "--help"));
        assertThat(Run.of("read").err()).isEqualTo(Run.of("inspect").err());
        assertThat(Run.of("--help").out()).doesNotContainPattern("(?m)^  (gne )?read ");
        assertThat(Run.of().err()).contains("inspect").doesNotContain("read");
        assertThat(Run.of("completion").out()).contains("gne_inspect").doesNotContainPattern("\\bread\\b|gne_read");
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
