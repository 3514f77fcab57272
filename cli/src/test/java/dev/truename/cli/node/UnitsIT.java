package dev.truename.cli.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// systemd's own tool on the units that are shipped, where there is systemd.
class UnitsIT {
    private static final Path TOOL = Path.of("/usr/bin/systemd-analyze");
    private static final Path UNITS = Path.of("..", "packaging", "systemd");

    /// In tenths, from 0 to 100.
    private static final String MOST_EXPOSED = "30";

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        assumeTrue(Files.isExecutable(TOOL), "NOT RUN: there is no systemd-analyze");
        String service = Files.readString(UNITS.resolve("truename.service"));
        assertNotEquals(-1, service.indexOf("ExecStart=/usr/lib/truename/bin/truename serve"));
        Files.writeString(
                folder.resolve("truename.service"), service.replace("/usr/lib/truename/bin/truename", "/bin/true"));
        Files.copy(UNITS.resolve("truename.socket"), folder.resolve("truename.socket"));
        Path dropIns = Files.createDirectory(folder.resolve("truename.service.d"));
        Files.copy(UNITS.resolve("truename.service.d/10-socket.conf.example"), dropIns.resolve("10-socket.conf"));
    }

    private record Run(int status, String output) {}

    private Run analyze(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOOL.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    /// It looks at the units of this machine, too, which are not ours to mend.
    private static List<String> aboutOurs(Run run) {
        return run.output().lines().filter(line -> line.contains("truename")).toList();
    }

    @Test
    @DisplayName("the units say nothing that systemd does not understand")
    void verify() throws Exception {
        Run run = analyze("verify", "--man=no", "./truename.service", "./truename.socket");
        assertEquals(0, run.status(), run::output);
        assertEquals(List.of(), aboutOurs(run));
    }

    @Test
    @DisplayName("a mistake in a unit would be seen")
    void verifyCanFail() throws Exception {
        Path unit = folder.resolve("truename.service");
        Files.writeString(unit, Files.readString(unit).replace("ProtectSystem=strict", "ProtectSystems=strict"));
        assertNotEquals(List.of(), aboutOurs(analyze("verify", "--man=no", "./truename.service")));
    }

    @Test
    @DisplayName("the service has no more rights than it needs, as systemd rates it")
    void security() throws Exception {
        Run run = analyze("security", "--offline=true", "--threshold=" + MOST_EXPOSED, "./truename.service");
        assertEquals(0, run.status(), run::output);
    }
}
