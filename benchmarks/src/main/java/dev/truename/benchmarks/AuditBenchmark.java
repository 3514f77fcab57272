package dev.truename.benchmarks;

import dev.truename.names.audit.Answers;
import dev.truename.names.audit.AuditReport;
import dev.truename.names.audit.Auditor;
import dev.truename.names.audit.OfficialNames;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.ShippedCatalogue;
import dev.truename.names.config.ConfigurationChoices;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Generation;
import dev.truename.names.config.HostEnvironment;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// An audit of the names of 100,000 manifests without asking registries, from the uses that were read to the sorted
/// report, against a table of [AliasTables#SIZE] aliases and two search registries. In names a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AuditBenchmark {
    private static final int USES = 100_000;

    private Auditor auditor;
    private List<ImageUse> different;
    private List<ImageUse> shared;

    /// Writes and loads the table; makes the uses.
    @Setup
    public void load() throws IOException, ConfigurationException {
        Path folder = Files.createTempDirectory("truename-benchmark");
        AliasTables.main(new String[] {folder.toString()});
        HostEnvironment host = new HostEnvironment(
                Map.of(), folder, 1000, folder.resolve("etc"), folder.resolve("share"), folder.resolve("cache"));
        RegistriesConfiguration configuration = ConfigurationLoader.load(ConfigurationSources.of(
                host,
                new ConfigurationChoices(
                        Generation.CURRENT,
                        Optional.of(folder.resolve("registries.conf")),
                        Optional.of(folder.resolve("registries.conf.d")),
                        Optional.empty(),
                        Optional.empty())));
        auditor = new Auditor(
                configuration, OfficialNames.of(ShippedCatalogue.read(), Catalogue.OFFICIAL), Optional.empty());
        different = uses(USES);
        shared = uses(2000);
    }

    /// @param names how many of them are different
    private static List<ImageUse> uses(int names) {
        List<ImageUse> uses = new ArrayList<>(USES);
        for (int i = 0; i < USES; i++) {
            Place place = new Place("manifests/" + i + ".yaml", 20, 16);
            uses.add(new ImageUse(image(i % names), place, "Deployment web-" + i + ", container app"));
        }
        return uses;
    }

    /// Of ten names three are aliases, two are full, one is nearly an alias and four are searched.
    private static String image(int i) {
        int component = i % (AliasTables.SIZE - 1);
        String alias = "product-" + component % 400 + "/component-" + component + "-rhel9-operator";
        return switch (i % 10) {
            case 0, 1, 2 -> alias + ":1." + i;
            case 3, 4 -> "quay.io/team-" + i + "/app:1";
            case 5 -> alias + "s:1." + i;
            default -> "team-" + i + "/app-" + i + ":2.1";
        };
    }

    /// Every name is another one.
    @Benchmark
    @OperationsPerInvocation(USES)
    public AuditReport differentNames() {
        return AuditReport.of(AuditReport.byName(different), auditor, Answers.NONE);
    }

    /// As workloads are: 2,000 names, used again and again.
    @Benchmark
    @OperationsPerInvocation(USES)
    public AuditReport sharedNames() {
        return AuditReport.of(AuditReport.byName(shared), auditor, Answers.NONE);
    }
}
