package dev.truename.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A host of its own in a folder: its registries.conf, drop-ins, alias file and store, named by options.
public record Host(Path folder) {
    /// Where the main file is.
    public Path main() {
        return folder.resolve("registries.conf");
    }

    public Path aliasFile() {
        return folder.resolve("cache").resolve("short-name-aliases.conf");
    }

    /// Writes the main file.
    public Host with(String registriesConf) {
        return write(main(), registriesConf);
    }

    /// Writes a drop-in.
    public Host with(String name, String dropIn) {
        return write(dropIns().resolve(name), dropIn);
    }

    /// Writes a policy, which counts from then on. `@` stands for the folder.
    public Host policy(String text) {
        return write(policyFile(), text.replace("@", folder.toString()));
    }

    private Path policyFile() {
        return folder.resolve("truename.conf");
    }

    private Path dropIns() {
        return folder.resolve("registries.conf.d");
    }

    private Host write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a command there. Blanks part its words.
    public CommandRun run(String line) {
        return run(CommandRun.Setup.in(Map.of()), line.split(" "));
    }

    /// Runs a command there, with this surrounding.
    public CommandRun run(CommandRun.Setup setup, String... arguments) {
        List<String> all = new ArrayList<>(options());
        if (Files.exists(policyFile())) {
            all.add("--policy=" + policyFile());
        }
        all.addAll(List.of(arguments));
        CommandRun run = setup.run(all.toArray(String[]::new));
        return new CommandRun(run.exit(), hide(run.out()), hide(run.err()));
    }

    /// What leads a command here.
    public List<String> options() {
        if (!Files.exists(main())) {
            with("");
        }
        return List.of(
                "--registries-conf=" + main(),
                "--registries-conf-dir=" + dropIns(),
                "--alias-file=" + aliasFile(),
                "--root=" + folder.resolve("store"));
    }

    /// The folder's own name is of no interest.
    private String hide(String text) {
        return text.replace(folder + "/", "");
    }
}
