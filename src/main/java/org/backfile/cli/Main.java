package org.backfile.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's entry point, and the command without a name that only shows the others. */
@Command(
        name = "backfile",
        description =
                "Turns a folder of article texts into a static news archive: each story once, with all its copies.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the old site stands untouched",
            "2:wrong usage",
            "3:done, but --strict was given and there were problems with the input"
        })
public final class Main implements Runnable {
    /** By the name that its annotation gives it, in the order in which help lists them. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    private final InputStream in;
    private final boolean terminal;

    @Spec
    private CommandSpec spec;

    private Main(InputStream in, boolean terminal) {
        this.in = in;
        this.terminal = terminal;
    }

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        boolean terminal = Boolean.getBoolean("backfile.terminal");
        Main main = new Main(System.in, terminal);
        System.exit(main.run(args, stream(FileDescriptor.out), stream(FileDescriptor.err)));
    }

    /**
     * Runs the program as from a shell whose standard error is no terminal: results go to {@code out}, everything else
     * to {@code err}.
     *
     * @return the exit code
     */
    public static int run(String[] args, InputStream in, PrintWriter out, PrintWriter err) {
        return new Main(in, false).run(args, out, err);
    }

    private int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(this);
        addCommands(line, args.length == 0 ? "" : args[0]);
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            console(command).failure("something went wrong that is not your fault: " + e + " – please report it");
            return ExitCode.FAILED;
        });
        int code;
        try {
            code = line.execute(args);
        } catch (OutOfMemoryError e) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            console(line)
                    .failure("the " + megabytes
                            + " MB of memory that Java may take are not enough for these files – allow"
                            + " more, as with BACKFILE_OPTS=-Xmx" + 2 * megabytes + "m");
            code = ExitCode.FAILED;
        }
        out.flush();
        err.flush();
        return code;
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("init", InitCommand.class);
        commands.put("build", BuildCommand.class);
        commands.put("serve", ServeCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("check", CheckCommand.class);
        commands.put("publish", PublishCommand.class);
        return commands;
    }

    /** Adds the command that is asked for: looking at all of them takes a tenth of a short build. */
    private static void addCommands(CommandLine line, String asked) {
        Class<?> command = COMMANDS.get(asked);
        if (command != null) {
            line.addSubcommand(command);
        } else {
            COMMANDS.values().forEach(line::addSubcommand);
            CommandLine completion = new CommandLine(GenerateCompletion.class);
            completion.getCommandSpec().usageMessage().hidden(true);
            line.addSubcommand(completion);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    /** Where a command speaks. */
    Console console() {
        return console(spec.commandLine());
    }

    /** Standard input, for questions to the user. */
    InputStream in() {
        return in;
    }

    private Console console(CommandLine line) {
        return new Console(line.getOut(), line.getErr(), terminal);
    }

    private static PrintWriter stream(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }

    /** Tells the version that the jar's manifest holds. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"backfile " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
