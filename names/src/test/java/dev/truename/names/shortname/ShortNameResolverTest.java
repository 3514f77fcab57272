package dev.truename.names.shortname;

import static dev.truename.names.Snapshots.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import dev.truename.names.Snapshots;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.reference.ImageReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShortNameResolverTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final Chooser NEVER = (name, candidates) -> fail("nobody is to be asked here");

    private static Resolution resolve(Snapshots snapshot, String name, Chooser chooser) {
        return new ShortNameResolver(snapshot.build()).resolve(ImageReference.parse(name), chooser);
    }

    /// The outcome in one line: what it is, then the references in order.
    private static String told(Resolution resolution) {
        return switch (resolution) {
            case Resolution.AlreadyQualified it -> "qualified " + it.reference();
            case Resolution.Aliased it ->
                "aliased " + it.reference() + " " + it.alias().origin().line();
            case Resolution.Chosen it -> "chosen " + it.candidate().reference();
            case Resolution.Searched it -> "searched " + told(it.candidates());
            case Resolution.Ambiguous it -> "ambiguous " + told(it.candidates());
            case Resolution.Unresolved it -> "unresolved " + it.name();
            case Resolution.Inexpressible it ->
                "inexpressible " + it.name() + " " + it.registry().line();
        };
    }

    private static String told(List<Candidate> candidates) {
        return String.join(
                " ", candidates.stream().map(c -> c.reference().toString()).toList());
    }

    @ParameterizedTest
    @EnumSource(ShortNameMode.class)
    void anAliasGivesExactlyOneCandidateInEveryMode(ShortNameMode mode) {
        Snapshots snapshot =
                snapshot().alias("ubi9", "r.io/ubi9/ubi").search("a.io", "b.io").mode(mode);
        assertEquals("aliased r.io/ubi9/ubi:latest 1", told(resolve(snapshot, "ubi9", NEVER)));
    }

    @ParameterizedTest
    @CsvSource({
        "ubi9, r.io/ubi9/ubi:latest",
        "ubi9:9.4, r.io/ubi9/ubi:9.4",
        "ubi9@D, r.io/ubi9/ubi@D",
        "ubi9:9.4@D, r.io/ubi9/ubi:9.4@D",
    })
    void tagAndDigestAreStrippedForTheAliasAndPutBack(String name, String reference) {
        Snapshots snapshot = snapshot().alias("ubi9", "r.io/ubi9/ubi");
        assertEquals(
                "aliased " + reference.replace("D", DIGEST) + " 1",
                told(resolve(snapshot, name.replace("D", DIGEST), NEVER)));
    }

    @ParameterizedTest
    @CsvSource({
        "quay.io/a, qualified quay.io/a:latest",
        "docker.io/a:1, qualified docker.io/library/a:1",
        "localhost/a, qualified localhost/a:latest",
    })
    void aQualifiedNameMeansItselfWhateverTheTables(String name, String expected) {
        Snapshots snapshot =
                snapshot().alias("a", "evil.example/a").search("x.io", "y.io").mode(ShortNameMode.ENFORCING);
        assertEquals(expected, told(resolve(snapshot, name, NEVER)));
    }

    @ParameterizedTest
    @CsvSource({
        "PERMISSIVE, searched a.io/x:latest docker.io/library/x:latest",
        "DISABLED, searched a.io/x:latest docker.io/library/x:latest",
        "ENFORCING, ambiguous a.io/x:latest docker.io/library/x:latest",
    })
    void withNobodyToAskTheModeDecides(ShortNameMode mode, String expected) {
        Snapshots snapshot = snapshot().search("a.io", "docker.io").mode(mode);
        assertEquals(expected, told(resolve(snapshot, "x", Chooser.NOBODY)));
    }

    @Test
    void equalSearchRegistriesCountTwice() {
        Snapshots snapshot = snapshot().search("a.io", "a.io").mode(ShortNameMode.ENFORCING);
        assertEquals("ambiguous a.io/x:latest a.io/x:latest", told(resolve(snapshot, "x", Chooser.NOBODY)));
    }

    @ParameterizedTest
    @EnumSource(ShortNameMode.class)
    void oneCandidateIsNeverAskedAbout(ShortNameMode mode) {
        assertEquals("searched a.io/x:1", told(resolve(snapshot().search("a.io").mode(mode), "x:1", NEVER)));
    }

    @Test
    void disabledNeverAsks() {
        Snapshots snapshot = snapshot().search("a.io", "b.io").mode(ShortNameMode.DISABLED);
        assertEquals("searched a.io/x:latest b.io/x:latest", told(resolve(snapshot, "x", NEVER)));
    }

    @ParameterizedTest
    @EnumSource(names = {"PERMISSIVE", "ENFORCING"})
    void aChoiceIsTakenAndItsAliasKeptForLater(ShortNameMode mode) {
        Snapshots snapshot = snapshot().search("a.io", "b.io").mode(mode);
        Resolution resolution = resolve(snapshot, "t/x:1@" + DIGEST, (name, all) -> Optional.of(all.get(1)));
        Resolution.Chosen chosen = assertInstanceOf(Resolution.Chosen.class, resolution);
        assertEquals("b.io/t/x:1@" + DIGEST, chosen.candidate().reference().toString());
        assertEquals("t/x", chosen.toRecord().key().toString());
        assertEquals("b.io/t/x", chosen.toRecord().target().toString());
    }

    @Test
    void theModeIsPermissiveWhereNoneIsSet() {
        assertEquals(
                "searched a.io/x:latest b.io/x:latest",
                told(resolve(snapshot().search("a.io", "b.io"), "x", Chooser.NOBODY)));
    }

    @Test
    void withNeitherAliasNorSearchRegistriesNothingIsGuessed() {
        assertEquals("unresolved x", told(resolve(snapshot(), "x", NEVER)));
    }

    @Test
    void anErasedAliasFallsBackToTheSearchRegistriesAndIsRemembered() {
        assertEquals(
                "searched a.io/x:latest", told(resolve(snapshot().alias("x", "").search("a.io"), "x", NEVER)));
        Resolution.Unresolved unresolved =
                assertInstanceOf(Resolution.Unresolved.class, resolve(snapshot().alias("x", ""), "x", NEVER));
        assertEquals(1, unresolved.erasure().orElseThrow().line());
    }

    @Test
    void upperCaseIsALegalKeyButNoSearchRegistryCanHoldIt() {
        assertEquals(
                "aliased r.io/foo/bar:latest 1",
                told(resolve(snapshot().alias("Foo/bar", "r.io/foo/bar"), "Foo/bar", NEVER)));
        assertEquals("inexpressible Foo/bar 1", told(resolve(snapshot().search("a.io", "b.io"), "Foo/bar", NEVER)));
    }

    @Test
    void aNameThatGetsTooLongBehindARegistryIsToldSo() {
        assertEquals(
                "inexpressible " + "a".repeat(255) + " 1",
                told(resolve(snapshot().search("a.io"), "a".repeat(255), NEVER)));
    }

    @ParameterizedTest
    @CsvSource({
        "x, r.io/y:latest localhost/x:latest a.io/x:latest docker.io/library/x:latest",
        "x:1, r.io/y:1 localhost/x:1 a.io/x:1 docker.io/library/x:1",
        "z, localhost/z:latest a.io/z:latest docker.io/library/z:latest",
        "quay.io/z, quay.io/z:latest",
        "Foo/z, ''",
    })
    void aLocalImageIsLookedForUnderAliasThenLocalhostThenTheSearchRegistries(String name, String expected) {
        RegistriesConfiguration configuration = snapshot()
                .alias("x", "r.io/y")
                .search("a.io", "docker.io")
                .mode(ShortNameMode.ENFORCING)
                .build();
        var names = new ShortNameResolver(configuration).local(ImageReference.parse(name));
        assertEquals(
                expected, String.join(" ", names.stream().map(Object::toString).toList()));
    }
}
