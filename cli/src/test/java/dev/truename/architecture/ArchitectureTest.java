package dev.truename.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.truename.names.config.HostEnvironment;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the modules' declarations do not hold: the order of packages, and who may do what.
class ArchitectureTest {
    private static final String NAMES = "dev.truename.names..";
    private static final String PULL = "dev.truename.pull..";
    private static final String TESTKIT = "dev.truename.testkit..";
    private static final String CRI = "dev.truename.cri..";
    private static final String ROLLOUT = "dev.truename.rollout..";
    private static final String CLI = "dev.truename.cli..";

    @TestFactory
    Stream<DynamicTest> rules() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.truename");
        return Stream.of(
                        modules(),
                        packagesOfNames(),
                        packagesOfPull(),
                        packagesOfCri(),
                        noCycles(),
                        namesTouchesNoNetwork(),
                        grpcStaysInCri(),
                        kubernetesStaysInRollout(),
                        openPgpStaysWhereItIsAskedFor(),
                        onlyTheCommandPrints(),
                        onlyTheCommandExits(),
                        onePlaceReadsTheEnvironment(),
                        noRegularExpressionsOverInput())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    private static ArchRule modules() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("names")
                .definedBy(NAMES)
                .layer("pull")
                .definedBy(PULL)
                .layer("testkit")
                .definedBy(TESTKIT)
                .layer("cri")
                .definedBy(CRI)
                .layer("cli")
                .definedBy(CLI)
                .layer("rollout")
                .definedBy(ROLLOUT)
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("rollout")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("cri")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("pull")
                .mayOnlyBeAccessedByLayers("cri", "cli")
                .whereLayer("names")
                .mayOnlyBeAccessedByLayers("pull", "cri", "rollout", "cli")
                .whereLayer("testkit")
                .mayOnlyBeAccessedByLayers("cli")
                .as("modules depend on each other in one direction");
    }

    private static ArchRule packagesOfNames() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("reference")
                .definedBy("dev.truename.names.reference..")
                .layer("spelling")
                .definedBy("dev.truename.names.spelling..")
                .layer("toml")
                .definedBy("dev.truename.names.toml..")
                .layer("config")
                .definedBy("dev.truename.names.config..")
                .layer("shortname")
                .definedBy("dev.truename.names.shortname..")
                .layer("pullsource")
                .definedBy("dev.truename.names.pullsource..")
                .layer("probe")
                .definedBy("dev.truename.names.probe..")
                .layer("reload")
                .definedBy("dev.truename.names.reload..")
                .layer("known")
                .definedBy("dev.truename.names.known..")
                .layer("catalog")
                .definedBy("dev.truename.names.catalog..")
                .layer("yaml")
                .definedBy("dev.truename.names.yaml..")
                .layer("lookaside")
                .definedBy("dev.truename.names.lookaside..")
                .layer("lint")
                .definedBy("dev.truename.names.lint..")
                .layer("workload")
                .definedBy("dev.truename.names.workload..")
                .layer("audit")
                .definedBy("dev.truename.names.audit..")
                .whereLayer("spelling")
                .mayOnlyBeAccessedByLayers("config", "shortname", "lint")
                .whereLayer("toml")
                .mayOnlyBeAccessedByLayers("config", "catalog", "lint", "audit")
                .whereLayer("config")
                .mayOnlyBeAccessedByLayers(
                        "shortname", "pullsource", "probe", "reload", "catalog", "lookaside", "lint", "audit")
                .whereLayer("shortname")
                .mayOnlyBeAccessedByLayers("audit")
                .whereLayer("pullsource")
                .mayOnlyBeAccessedByLayers("probe", "lint", "catalog", "audit")
                .whereLayer("probe")
                .mayOnlyBeAccessedByLayers("catalog", "audit")
                .whereLayer("reload")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("known")
                .mayOnlyBeAccessedByLayers("catalog", "lint", "audit")
                .whereLayer("catalog")
                .mayOnlyBeAccessedByLayers("lint", "audit")
                .whereLayer("yaml")
                .mayOnlyBeAccessedByLayers("workload", "catalog", "lookaside")
                .whereLayer("lookaside")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lint")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("workload")
                .mayOnlyBeAccessedByLayers("audit")
                .whereLayer("audit")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("reference")
                .mayOnlyBeAccessedByLayers(
                        "toml",
                        "config",
                        "shortname",
                        "pullsource",
                        "probe",
                        "known",
                        "catalog",
                        "yaml",
                        "lookaside",
                        "lint",
                        "workload",
                        "audit")
                .as("packages of names depend on each other in one direction");
    }

    private static ArchRule packagesOfPull() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("failure")
                .definedBy("dev.truename.pull.failure..")
                .layer("manifest")
                .definedBy("dev.truename.pull.manifest..")
                .layer("credential")
                .definedBy("dev.truename.pull.credential..")
                .layer("transport")
                .definedBy("dev.truename.pull.transport..")
                .layer("distribution")
                .definedBy("dev.truename.pull.distribution..")
                .layer("store")
                .definedBy("dev.truename.pull.store..")
                .layer("policy")
                .definedBy("dev.truename.pull.policy..")
                .layer("signature")
                .definedBy("dev.truename.pull.signature..")
                .layer("pull")
                .definedBy("dev.truename.pull.pull..")
                .layer("probe")
                .definedBy("dev.truename.pull.probe..")
                .whereLayer("probe")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("pull")
                .mayOnlyBeAccessedByLayers("probe")
                .whereLayer("signature")
                .mayOnlyBeAccessedByLayers("pull")
                .whereLayer("distribution")
                .mayOnlyBeAccessedByLayers("signature", "pull", "probe")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("pull")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("signature", "pull")
                .whereLayer("manifest")
                .mayOnlyBeAccessedByLayers("distribution", "store", "pull", "probe")
                .as("packages of pull depend on each other in one direction");
    }

    private static ArchRule packagesOfCri() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("backend")
                .definedBy("dev.truename.cri.backend..")
                .layer("event")
                .definedBy("dev.truename.cri.event..")
                .layer("name")
                .definedBy("dev.truename.cri.name..")
                .layer("auth")
                .definedBy("dev.truename.cri.auth..")
                .layer("own")
                .definedBy("dev.truename.cri.own..")
                .layer("proxy")
                .definedBy("dev.truename.cri.proxy..")
                .layer("server")
                .definedBy("dev.truename.cri.server..")
                .layer("log")
                .definedBy("dev.truename.cri.log..")
                .layer("metrics")
                .definedBy("dev.truename.cri.metrics..")
                .layer("trace")
                .definedBy("dev.truename.cri.trace..")
                .layer("status")
                .definedBy("dev.truename.cri.status..")
                .layer("http")
                .definedBy("dev.truename.cri.http..")
                .whereLayer("http")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("log")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("trace")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("metrics")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("status")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("server")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("own")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("proxy")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("auth")
                .mayOnlyBeAccessedByLayers("own", "proxy")
                .whereLayer("name")
                .mayOnlyBeAccessedByLayers("auth", "own", "proxy")
                .whereLayer("event")
                .mayOnlyBeAccessedByLayers("name", "own", "proxy", "server", "log", "metrics", "trace")
                .as("packages of cri depend on each other in one direction");
    }

    private static ArchRule noCycles() {
        return slices().matching("dev.truename.(**)").should().beFreeOfCycles().as("packages are free of cycles");
    }

    private static ArchRule namesTouchesNoNetwork() {
        return noClasses()
                .that()
                .resideInAPackage(NAMES)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "javax.net..", "org.apache.hc.."))
                .as("names touches no network");
    }

    private static ArchRule grpcStaysInCri() {
        return noClasses()
                .that(not(resideInAPackage(CRI)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.grpc..", "io.netty..", "com.google.protobuf.."))
                .as("gRPC, protobuf and Netty stay in cri");
    }

    private static ArchRule kubernetesStaysInRollout() {
        return noClasses()
                .that(not(resideInAPackage(ROLLOUT)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.fabric8..", "com.fasterxml.jackson.."))
                .as("the Kubernetes client stays in rollout");
    }

    private static ArchRule openPgpStaysWhereItIsAskedFor() {
        return noClasses()
                .that(not(resideInAPackage("dev.truename.pull.signature..")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.bouncycastle.."))
                .as("OpenPGP stays in signature, which no pull loads that no policy asks to");
    }

    private static ArchRule onlyTheCommandPrints() {
        return noClasses()
                .that(not(resideInAPackage(CLI)))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .as("only the command prints");
    }

    private static ArchRule onlyTheCommandExits() {
        return noClasses()
                .that(not(resideInAPackage(CLI)))
                .should()
                .callMethod(System.class, "exit", int.class)
                .as("only the command ends the process");
    }

    private static ArchRule onePlaceReadsTheEnvironment() {
        return noClasses()
                .that(not(resideInAPackage(CLI)))
                .and()
                .doNotHaveFullyQualifiedName(HostEnvironment.class.getName())
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .as("below the command one class reads the environment");
    }

    private static ArchRule noRegularExpressionsOverInput() {
        return noClasses()
                .that()
                .resideInAnyPackage(NAMES, PULL)
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.regex.."))
                .orShould()
                .callMethod(String.class, "matches", String.class)
                .orShould()
                .callMethod(String.class, "replaceAll", String.class, String.class)
                .as("no regular expression reads input");
    }
}
