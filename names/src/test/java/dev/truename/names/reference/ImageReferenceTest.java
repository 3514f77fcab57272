package dev.truename.names.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    static final String SHA256 = "sha256:" + "0123456789abcdef".repeat(4);
    static final String SHA512 = "sha512:" + "0123456789abcdef".repeat(8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "busybox",
                "busybox:1.36",
                "library/busybox",
                "a/b/c/d",
                "reg.io",
                "localhost",
                "localhost:5000",
                "under_score/two__s/dash---es/dot.s",
                "Foo/bar",
                "3scale-amp2/zync-rhel9",
                "busybox@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            })
    void aNameWhoseFirstComponentIsNoHostIsShort(String text) {
        ShortName name = assertInstanceOf(ShortName.class, ImageReference.parse(text));
        assertEquals(text, name.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "quay.io/a/b, quay.io/a/b",
        "quay.io:443/a, quay.io:443/a",
        "localhost/a, localhost/a",
        "localhost:5000/a/b:t, localhost:5000/a/b:t",
        "foo:5000/a, foo:5000/a",
        "[::1]:5000/a, [::1]:5000/a",
        "[fe80::1]/a, [fe80::1]/a",
        "127.0.0.1:5000/a, 127.0.0.1:5000/a",
        "docker.io/redis, docker.io/library/redis",
        "docker.io/library/redis:7, docker.io/library/redis:7",
        "index.docker.io/redis, docker.io/library/redis",
        "index.docker.io/a/b, docker.io/a/b",
        "HOST.Example/x, host.example/x",
        "LOCALHOST/x, localhost/x",
    })
    void aNameWithARegistryIsQualifiedAndNormalised(String text, String normalised) {
        Qualified reference = assertInstanceOf(Qualified.class, ImageReference.parse(text));
        assertEquals(normalised, reference.toString());
        assertEquals(reference, ImageReference.parse(reference.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "$$$",
                "::",
                ":tag",
                "@",
                "/",
                "a/",
                "/a",
                "a//b",
                "a:",
                "a:b:c",
                "a@",
                "a@b",
                "a@sha256:",
                "docker://x",
                "http://quay.io/a",
                "A",
                "quay.io/A",
                "a/B",
                "a:-x",
                "a:.x",
                "-a",
                "a-",
                "a._b",
                "a___b",
                "a..b",
                "_a",
                "a b",
                "a\tb",
                "a\n",
                "my_host.local/x",
                "-host.io/x",
                "host-.io/x",
                ".host.io/x",
                "host..io/x",
                "host.io./x",
                "host.io:/x",
                "host.io:0/x",
                "host.io:05000/x",
                "host.io:65536/x",
                "host.io:999999/x",
                "host.io:5a/x",
                "[::1/x",
                "[]:5000/x",
                "[::g]/x",
                "quay.io/",
                "quay.io//a",
                "\u0430bc", // a Cyrillic letter
                "a@sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef",
                "a@sha256:../../../etc/passwd",
                "a@md5:0123456789abcdef0123456789abcdef",
                "a@sha256:0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            })
    void whatIsNoReferenceIsRefused(String text) {
        InvalidReferenceException e = assertThrows(InvalidReferenceException.class, () -> ImageReference.parse(text));
        assertFalse(e.reason().isBlank());
        assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), e.getMessage());
    }

    @Test
    void sixtyFourHexDigitsAreANameOnlyBehindARegistry() {
        assertInstanceOf(Qualified.class, ImageReference.parse("reg.io/" + SHA256.substring(7)));
    }

    @Test
    void tagAndDigestAreBothKept() {
        Qualified reference = Qualified.parse("quay.io/a/b:v1@" + SHA256);
        assertEquals(new Tag("v1"), reference.tag().orElseThrow());
        assertEquals(Digest.parse(SHA256), reference.digest().orElseThrow());
        assertEquals("quay.io/a/b:v1@" + SHA256, reference.toString());
    }

    @ParameterizedTest
    @CsvSource({"a.b/c, a.b/c:latest", "a.b/c:1, a.b/c:1"})
    void theTagIsDefaultedWhereNothingIsSaid(String text, String expected) {
        assertEquals(expected, Qualified.parse(text).withDefaultTag().toString());
    }

    @Test
    void theTagIsNotDefaultedBesideADigest() {
        Qualified reference = Qualified.parse("a.b/c@" + SHA512);
        assertEquals(reference, reference.withDefaultTag());
    }

    static List<String> limits() {
        return List.of("a".repeat(255), "a.b/" + "c".repeat(251), "a:" + "t".repeat(128));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void theLongestNamesAndTagsPassAndOneMoreCharacterDoesNot(String text) {
        assertEquals(text, ImageReference.parse(text).toString());
        assertThrows(InvalidReferenceException.class, () -> ImageReference.parse(text + "x"));
    }

    @Test
    void dockersNormalisationCountsTowardsTheLimit() {
        String path = "a".repeat(255 - "docker.io/library/".length());
        assertEquals(255, Repository.parse("docker.io/" + path).toString().length());
        assertThrows(InvalidReferenceException.class, () -> Repository.parse("docker.io/a" + path));
    }

    static List<String> hostile() {
        int size = 10_000;
        return List.of(
                "a".repeat(28) + "!",
                "a".repeat(size) + "!",
                "a/".repeat(size / 2),
                "a-".repeat(size / 2),
                "-".repeat(size),
                "a" + "-".repeat(size) + "a",
                ".".repeat(size),
                "a.".repeat(size / 2) + "/x",
                "@".repeat(size),
                ":".repeat(size),
                "[" + ":".repeat(size) + "]/x",
                "a:" + "b".repeat(size),
                "a@sha256:" + "b".repeat(size),
                "\u0000".repeat(size));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileNamesCostLittle(String text) {
        // A thousand times over, so that the bound means well under 10 ms each whatever the machine.
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 1000; i++) {
                assertThrows(InvalidReferenceException.class, () -> ImageReference.parse(text));
            }
        });
    }

    @Test
    void aMessageIsShortAndPlainWhateverTheInput() {
        InvalidReferenceException e = assertThrows(
                InvalidReferenceException.class,
                () -> ImageReference.parse("x\u001b[31m\n\u202e\"" + "y".repeat(100_000)));
        assertTrue(e.getMessage().length() < 500);
        assertTrue(e.getMessage().contains("x\\u{1b}[31m\\u{a}\\u{202e}\\\""), e.getMessage());
    }
}
