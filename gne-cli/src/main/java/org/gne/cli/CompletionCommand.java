package org.gne.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gne completion}. */
@Command(
        name = "completion",
        description = "Prints a script for bash or zsh that completes commands, options and their values.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  source <(gne completion)                                                for this shell",
            "  gne completion > ~/.local/share/bash-completion/completions/gne         for bash",
            "  echo 'source <(gne completion)' >> ~/.zshrc                             for zsh"
        })
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("gne", spec.root().commandLine()));
        out.flush();
    }
}
