package dev.truename.cli.demo;

import dev.truename.cli.spec.ExitCode;
import java.io.IOException;
import java.nio.file.Path;

/// The four scenes.
final class DemoStory {
    private static final String PULLED = "trusted.example/hello:latest@";

    private final DemoStage stage;
    private final DemoRegistries registries;
    private final DemoConfigurations configurations;

    DemoStory(DemoStage stage, DemoRegistries registries, DemoConfigurations configurations) {
        this.stage = stage;
        this.registries = registries;
        this.configurations = configurations;
    }

    void tell() throws IOException {
        attack();
        alias();
        mirror();
        unreachable();
    }

    private void attack() throws IOException {
        stage.title("1. The attack");
        stage.say("The search list is squatter.example, then trusted.example. Both have an image \"hello\".");
        DemoRun run = stage.run(configurations.attack(), "pull", "hello");
        stage.check(
                run.exit() == ExitCode.DONE && run.out().contains("@" + registries.squattedDigest),
                "whoever holds the name in the first registry is pulled: the squatter");
        stage.check(registries.trusted.log().isEmpty(), "the trusted registry was not even asked");
    }

    private void alias() throws IOException {
        stage.title("2. The alias table");
        stage.say("The same search list, and one line more: \"hello\" = \"trusted.example/hello\".");
        int squatted = registries.squatter.log().size();
        Path configuration = configurations.alias();
        stage.run(configuration, "resolve", "hello");
        DemoRun run = stage.run(configuration, "pull", "hello");
        checkTruth(run, "the one place that is meant is pulled from");
        stage.check(registries.squatter.log().size() == squatted, "the squatter was not asked");
    }

    private void mirror() throws IOException {
        stage.title("3. A mirror");
        stage.say("The trusted registry has a mirror, which is asked first. The name stays the same.");
        int trusted = registries.trusted.log().size();
        DemoRun run = stage.run(configurations.mirror(), "pull", "hello");
        checkTruth(run, "the image has the same digest");
        stage.check(
                !registries.mirror.log().isEmpty() && registries.trusted.log().size() == trusted,
                "all of it came from the mirror");
    }

    private void unreachable() throws IOException {
        stage.title("4. The trusted registry is down");
        stage.say("Now trusted.example stands first in the search list, but somebody knocked it over. No alias.");
        int squatted = registries.squatter.log().size();
        Path configuration = configurations.unreachable();
        DemoRun run = stage.run(configuration, "pull", "hello");
        stage.check(run.exit() == ExitCode.UNREACHABLE, "the pull fails, with exit code 7");
        stage.check(registries.squatter.log().size() == squatted, "the squatter was not asked");
        stage.say("Other engines go on to the next registry at any error. That can be had, on request:");
        DemoRun old = stage.run(configuration, "pull", "--search-fallback=any", "hello");
        stage.check(
                old.exit() == ExitCode.DONE && old.out().contains("@" + registries.squattedDigest),
                "then the squatter's image is what you get");
    }

    private void checkTruth(DemoRun run, String fact) {
        stage.check(run.exit() == ExitCode.DONE && run.out().equals(PULLED + registries.trueDigest + "\n"), fact);
    }
}
