package dev.truename.names.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class ReferencePropertiesTest {
    @Property(tries = 2000)
    void whatIsPrintedIsReadBackAsTheSame(@ForAll("references") String text) {
        ImageReference reference = ImageReference.parse(text);
        assertEquals(reference, ImageReference.parse(reference.toString()));
    }

    @Property(tries = 2000)
    void tagAndDigestSurviveEveryConversion(@ForAll("references") String text) {
        ImageReference reference = ImageReference.parse(text);
        Repository target = Repository.parse("mirror.example/x");
        Qualified converted = switch (reference) {
            case Qualified qualified -> qualified.in(target);
            case ShortName name -> name.in(target);
        };
        assertEquals(reference.tag(), converted.tag());
        assertEquals(reference.digest(), converted.digest());
    }

    @Property(tries = 5000)
    void anyTextIsAReferenceOrRefused(@ForAll @StringLength(max = 80) String text) {
        readOrRefuse(text);
    }

    @Property(tries = 5000)
    void textOfTheGrammarsOwnSignsIsAReferenceOrRefused(@ForAll("signs") String text) {
        readOrRefuse(text);
    }

    private static void readOrRefuse(String text) {
        ImageReference reference;
        try {
            reference = ImageReference.parse(text);
        } catch (InvalidReferenceException refused) {
            return;
        }
        assertEquals(reference, ImageReference.parse(reference.toString()));
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.strings().withChars("aB0.-_/:@[]").ofMaxLength(24);
    }

    @Provide
    Arbitrary<String> references() {
        Arbitrary<String> run = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<String> separator = Arbitraries.of(".", "_", "__", "-", "---", "/");
        Arbitrary<String> path = Combinators.combine(run, separator, run).as((a, s, b) -> a + s + b);
        Arbitrary<String> host =
                Arbitraries.of("", "quay.io/", "localhost/", "docker.io/", "HOST.example:5000/", "[::1]:80/");
        Arbitrary<String> tag = Arbitraries.of("", ":latest", ":V1.0-x_y", ":_");
        Arbitrary<String> digest = Arbitraries.of("", "@" + ImageReferenceTest.SHA256, "@" + ImageReferenceTest.SHA512);
        return Combinators.combine(host, path, tag, digest).as((h, p, t, d) -> h + p + t + d);
    }
}
