package dev.truename.cli.audit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A host whose registries are on loopback: `docker.io` and `quay.io` are searched; `corp.example` and `down.example`
/// are there too.
final class AuditWorld implements AutoCloseable {
    final TestRegistry hub = TestRegistry.start();
    final TestRegistry quay = TestRegistry.start();
    final TestRegistry corp =
            TestRegistry.builder().access(Access.basic("me", "secret")).start();
    private final ClosedPort nobody = ClosedPort.reserve();
    final Path folder;
    private final Host host;

    AuditWorld(Path folder) {
        this(folder, "docker.io", "quay.io");
    }

    AuditWorld(Path folder, String... search) {
        this.folder = folder;
        this.host = new Host(folder).with("""
                unqualified-search-registries = [%s]
                [[registry]]
                prefix = "docker.io"
                location = "%s"
                insecure = true
                [[registry]]
                prefix = "quay.io"
                location = "%s"
                insecure = true
                [[registry]]
                prefix = "corp.example"
                location = "%s"
                insecure = true
                [[registry]]
                prefix = "down.example"
                location = "%s"
                insecure = true
                [aliases]
                "mine" = "quay.io/me/mine"
                """.formatted(
                "\"" + String.join("\", \"", search) + "\"", hub.host(), quay.host(), corp.host(), nobody.host()));
    }

    Path file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Host host() {
        return host;
    }

    /// Runs a command in which `@` stands for the folder.
    CommandRun run(String line) {
        return host.run(line.replace("@", folder + "/"));
    }

    /// Audits a list of names; the classes of each.
    Map<String, String> audit(String options, String... names) {
        file("names.txt", String.join("\n", names) + "\n");
        return classes(report("audit --format list " + options + " @names.txt"));
    }

    JsonObject report(String line) {
        CommandRun run = run(line + " --json --probe-rate 1000");
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    static Map<String, String> classes(JsonObject report) {
        Map<String, String> classes = new TreeMap<>();
        for (JsonElement name : report.getAsJsonArray("names")) {
            StringBuilder words = new StringBuilder();
            for (JsonElement finding : name.getAsJsonObject().getAsJsonArray("findings")) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(finding.getAsJsonObject().get("class").getAsString());
            }
            classes.put(name.getAsJsonObject().get("name").getAsString(), words.toString());
        }
        return classes;
    }

    static JsonObject name(JsonObject report, String name) {
        JsonArray names = report.getAsJsonArray("names");
        for (JsonElement each : names) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + name + " in " + names);
    }

    @Override
    public void close() {
        hub.close();
        quay.close();
        corp.close();
        nobody.close();
    }
}
