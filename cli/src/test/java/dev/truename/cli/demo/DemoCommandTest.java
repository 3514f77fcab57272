package dev.truename.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandRun;
import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Output;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.HostEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    @Test
    void everythingThatIsToldIsSo() {
        CommandRun run = CommandRun.of("demo");
        assertEquals(ExitCode.DONE, run.exit(), run.out());
        assertEquals("", run.err());
        assertEquals(
                9, run.out().lines().filter(line -> line.startsWith("  ok: ")).count(), run.out());
        assertTrue(run.out().endsWith("All of it was so: real pulls, real digests.\n"), run.out());
    }

    @Test
    void aCommandThatDoesSomethingElseIsNoticed() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(), new Output(out), new Output(out), descriptor -> false, Map.of());
        Path nowhere = Path.of("/nonexistent");
        Context context =
                new Context(console, () -> new HostEnvironment(Map.of(), nowhere, 1000, nowhere, nowhere, nowhere));
        DemoCommand demo = new DemoCommand((arguments, inner) -> ExitCode.DONE);
        assertEquals(ExitCode.FAILURE, demo.run(new Arguments(Map.of(), List.of()), context));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("  NOT SO: "));
    }
}
