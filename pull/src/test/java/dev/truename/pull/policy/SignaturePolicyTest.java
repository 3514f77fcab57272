package dev.truename.pull.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.names.reference.Qualified;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturePolicyTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    private static String one(String type) {
        return "[{\"type\": \"" + type + "\"}]";
    }

    /// `ANYTHING`, `REJECT` and so on.
    private static String kinds(List<Requirement> requirements) {
        return requirements.stream()
                .map(requirement -> requirement.getClass().getSimpleName().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static SignaturePolicy policy(String docker) throws Exception {
        String text = "{\"default\": " + one("reject") + ", \"transports\": {\"docker\": {" + docker
                + "}, \"docker-daemon\": {\"\": " + one("insecureAcceptAnything") + "}}}";
        return SignaturePolicyReader.parse(text.getBytes(UTF_8));
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "quay.io, quay.io/team/app:1, ANYTHING",
        "quay.io/team, quay.io/team/app:1, ANYTHING",
        "quay.io/team/app, quay.io/team/app:1, ANYTHING",
        "quay.io/team/app:1, quay.io/team/app:1, ANYTHING",
        "quay.io/team/app:latest, quay.io/team/app, ANYTHING",
        "quay.io/team/app@DIGEST, quay.io/team/app@DIGEST, ANYTHING",
        "quay.io/team/app@DIGEST, quay.io/team/app:1@DIGEST, ANYTHING",
        "'', quay.io/team/app:1, ANYTHING",
        "*.io, quay.io/team/app:1, ANYTHING",
        "*.example.com, a.b.example.com/app:1, ANYTHING",
        "*.example.com, b.example.com:5000/app:1, ANYTHING",
        "b.example.com:5000, b.example.com:5000/app:1, ANYTHING",
        "docker.io/library, docker.io/library/nginx:1, ANYTHING",
        // what only looks like it
        "quay.io/tea, quay.io/team/app:1, REJECT",
        "quay.io/team/app:2, quay.io/team/app:1, REJECT",
        "quay.io/team/app:1, quay.io/team/app@DIGEST, REJECT",
        "quay.io/team/app:1, quay.io/team/app:1@DIGEST, REJECT",
        "quay.io/team/app/, quay.io/team/app:1, REJECT",
        "b.example.com, b.example.com:5000/app:1, REJECT",
        "example.com, b.example.com/app:1, REJECT",
        "*.example.com, example.com/app:1, REJECT",
        "*.ample.com, example.com/app:1, REJECT",
        "nginx, docker.io/library/nginx:1, REJECT",
    })
    void aScopeIsForWhatIsBelowIt(String scope, String image, String expected) throws Exception {
        SignaturePolicy policy =
                policy("\"" + scope.replace("DIGEST", DIGEST) + "\": " + one("insecureAcceptAnything"));
        assertEquals(
                expected,
                kinds(policy.of(Qualified.parse(image.replace("DIGEST", DIGEST)))
                        .requirements()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "quay.io/team/app@DIGEST, 'docker: \"quay.io/team/app@DIGEST\"'",
        "quay.io/team/app:1, 'docker: \"quay.io/team/app:1\"'",
        "quay.io/team/app:2, 'docker: \"quay.io/team/app\"'",
        "quay.io/team/other:2, 'docker: \"quay.io/team\"'",
        "quay.io/other:2, 'docker: \"quay.io\"'",
        "a.b.io/other:2, 'docker: \"*.b.io\"'",
        "a.c.io/other:2, 'docker: \"*.io\"'",
        "localhost/other:2, 'docker: all registries'",
    })
    void theMostSpecialScopeCountsAlone(String image, String place) throws Exception {
        String all = "";
        for (String scope : new String[] {
            "quay.io/team/app@" + DIGEST,
            "quay.io/team/app:1",
            "quay.io/team/app",
            "quay.io/team",
            "quay.io",
            "*.b.io",
            "*.io"
        }) {
            all += "\"" + scope + "\": " + one("sigstoreSigned") + ", ";
        }
        SignaturePolicy policy = policy(all + "\"\": " + one("insecureAcceptAnything"));
        assertEquals(
                place.replace("DIGEST", DIGEST),
                policy.of(Qualified.parse(image.replace("DIGEST", DIGEST))).place());
    }

    @Test
    void whatNoScopeFitsFallsToTheDefault() throws Exception {
        SignaturePolicy.Place place = policy("").of(Qualified.parse("quay.io/team/app:1"));
        assertEquals(new SignaturePolicy.Place(List.of(new Requirement.Reject()), "default", "$.default"), place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"default\": []}",
                "{\"default\": {}}",
                "{\"default\": null}",
                "{\"default\": [7]}",
                "{\"default\": [{}]}",
                "{\"default\": [{\"type\": \"Reject\"}]}",
                "{\"default\": [{\"type\": \"reject\"}], \"transport\": {}}",
                "{\"default\": [{\"type\": \"reject\"}], \"default\": [{\"type\": \"reject\"}]}",
                "{\"default\": [{\"type\": \"reject\"}], \"transports\": []}",
                "{\"default\": [{\"type\": \"reject\"}], \"transports\": {\"docker\": []}}",
                "{\"default\": [{\"type\": \"reject\"}], \"transports\": {\"docker\": {\"a.io\": {}}}}",
                "{\"default\": [{\"type\": \"reject\"}], \"transports\": {\"docker\": {\"a.io\": []}}}",
            })
    void whatIsNoPolicyIsRefused(String text) {
        assertThrows(Exception.class, () -> SignaturePolicyReader.parse(text.getBytes(UTF_8)));
    }
}
