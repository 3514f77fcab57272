package dev.truename.benchmarks;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ConfigurationChoices;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Generation;
import dev.truename.names.config.HostEnvironment;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Chooser;
import dev.truename.names.shortname.NearMisses;
import dev.truename.names.shortname.Resolution;
import dev.truename.names.shortname.ShortNameResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// A warm resolution, text to answer, against a table of [AliasTables#SIZE] aliases.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResolveBenchmark {
    private ConfigurationSources sources;
    private RegistriesConfiguration configuration;
    private ShortNameResolver resolver;
    private NearMisses nearMisses;
    private PullSourcePlanner planner;

    /// Writes the table and a user's alias file of 50 entries, and loads them.
    @Setup
    public void load() throws IOException, ConfigurationException {
        Path folder = Files.createTempDirectory("truename-benchmark");
        AliasTables.main(new String[] {folder.toString()});
        StringBuilder user = new StringBuilder("[aliases]\n");
        for (int i = 0; i < 50; i++) {
            user.append("\"mine-")
                    .append(i)
                    .append("\" = \"quay.io/me/mine-")
                    .append(i)
                    .append("\"\n");
        }
        Path aliasFile = Files.writeString(folder.resolve("short-name-aliases.conf"), user);
        HostEnvironment host = new HostEnvironment(
                Map.of(), folder, 1000, folder.resolve("etc"), folder.resolve("share"), folder.resolve("cache"));
        sources = ConfigurationSources.of(
                host,
                new ConfigurationChoices(
                        Generation.CURRENT,
                        Optional.of(folder.resolve("registries.conf")),
                        Optional.of(folder.resolve("registries.conf.d")),
                        Optional.of(aliasFile),
                        Optional.empty()));
        configuration = ConfigurationLoader.load(sources);
        nearMisses = new NearMisses(configuration);
        resolver = new ShortNameResolver(configuration);
        planner = new PullSourcePlanner(configuration);
    }

    /// Text to alias.
    @Benchmark
    public Resolution alias() {
        return resolver.resolve(ImageReference.parse("ubi9:9.4"), Chooser.NOBODY);
    }

    /// The same on both cores at once, on one snapshot.
    @Benchmark
    @Threads(2)
    public Resolution aliasOnTwoThreads() {
        return resolver.resolve(ImageReference.parse("ubi9:9.4"), Chooser.NOBODY);
    }

    /// Text to the candidates of two search registries.
    @Benchmark
    public Resolution search() {
        return resolver.resolve(ImageReference.parse("nowhere/app"), Chooser.NOBODY);
    }

    /// As the search, and the aliases that are nearly the name: of 4,700 one.
    @Benchmark
    public List<AliasDefinition> nearMiss() {
        return switch (resolver.resolve(ImageReference.parse("ubii9"), Chooser.NOBODY)) {
            case Resolution.Searched searched -> nearMisses.of(searched.name());
            case Resolution.AlreadyQualified _,
                    Resolution.Aliased _,
                    Resolution.Ambiguous _,
                    Resolution.Chosen _,
                    Resolution.Inexpressible _,
                    Resolution.Unresolved _ -> List.of();
        };
    }

    /// The same with a long name, which is near nothing.
    @Benchmark
    public List<AliasDefinition> noNearMiss() {
        return nearMisses.of(ShortName.parseKey("product-17/component-xx-rhel9-operator"));
    }

    /// The first question of a process, without an index.
    @Benchmark
    public List<AliasDefinition> firstNearMiss() {
        return new NearMisses(configuration).of(ShortName.parseKey("ubii9"));
    }

    /// Text to pull sources.
    @Benchmark
    public PullPlan aliasAndSources() {
        return planner.plan(
                switch (resolver.resolve(ImageReference.parse("ubi9:9.4"), Chooser.NOBODY)) {
                    case Resolution.Aliased aliased -> aliased.reference();
                    case Resolution.AlreadyQualified _,
                            Resolution.Ambiguous _,
                            Resolution.Chosen _,
                            Resolution.Inexpressible _,
                            Resolution.Searched _,
                            Resolution.Unresolved _ -> Qualified.parse("not.expected/here");
                });
    }

    /// Reading all files, warm: what a reload costs.
    @Benchmark
    public RegistriesConfiguration reload() throws ConfigurationException {
        return ConfigurationLoader.load(sources);
    }
}
