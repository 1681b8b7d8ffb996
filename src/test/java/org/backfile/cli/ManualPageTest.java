package org.backfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ManualPageTest {
    /** Options that every command has or that the command's own help is the place for. */
    private static final Set<String> LEFT_TO_HELP = Set.of("--json", "--quiet", "--verbose", "--output");

    @Test
    void theManualPageNamesEachOptionOfItsCommands() throws IOException {
        String manual = Files.readString(Path.of("src/dist/man/backfile.1")).replace("\\-", "-");

        for (Object command : List.of(new InitCommand(), new CheckCommand(), new PublishCommand())) {
            CommandLine line = new CommandLine(command);
            assertThat(manual).contains(".BI " + line.getCommandName());
            line.getCommandSpec().options().stream()
                    .map(CommandLine.Model.OptionSpec::longestName)
                    .filter(name -> !LEFT_TO_HELP.contains(name))
                    .forEach(name -> assertThat(manual).contains(name));
        }
    }
}
