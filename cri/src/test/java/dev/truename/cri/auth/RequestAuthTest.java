package dev.truename.cri.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.PodSandboxConfig;
import dev.truename.cri.v1.PodSandboxMetadata;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Repository;
import dev.truename.pull.credential.Credential;
import io.grpc.Status;
import io.grpc.StatusException;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestAuthTest {
    private static final Credential.Basic BASIC = new Credential.Basic("u", "p");

    private static RequestAuth auth(AuthConfig.Builder auth, String image) throws StatusException {
        return RequestAuth.of(auth.build(), ImageReference.parse(image)).orElseThrow();
    }

    private static AuthConfig.Builder basic() {
        return AuthConfig.newBuilder().setUsername("u").setPassword("p");
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource({
        "quay.io/a/b, '', quay.io/c/d, true",
        "quay.io/a/b, '', docker.io/library/b, false",
        "QUAY.io/a/b, '', quay.io/c/d, true",
        "localhost:5000/b, '', localhost:5000/b, true",
        "localhost:5000/b, '', localhost:5001/b, false",
        // a short name's are Docker Hub's, whatever it means here
        "ubi9, '', docker.io/library/ubi9, true",
        "ubi9, '', registry.access.redhat.com/ubi9, false",
        "team/app, '', quay.io/team/app, false",
        // the request says whose they are
        "ubi9, registry.access.redhat.com, registry.access.redhat.com/ubi9, true",
        "ubi9, https://registry.access.redhat.com/v2/, registry.access.redhat.com/ubi9, true",
        "ubi9, registry.access.redhat.com, docker.io/library/ubi9, false",
        "quay.io/a/b, docker.io, quay.io/a/b, false",
        "a/b, https://index.docker.io/v1/, docker.io/a/b, true",
        "a/b, '://', docker.io/a/b, false",
        "a/b, 'quay.io@docker.io', docker.io/a/b, false",
    })
    void areForOneHost(String image, String server, String asked, boolean expected) throws StatusException {
        RequestAuth auth = auth(basic().setServerAddress(server), image);
        assertEquals(expected, auth.isFor(Repository.parse(asked)));
    }

    @Test
    void comeInFourForms() throws StatusException {
        assertEquals(BASIC, auth(basic(), "a").given().credential());
        assertEquals(
                new Credential.IdentityToken("t"),
                auth(AuthConfig.newBuilder().setIdentityToken("t"), "a").given().credential());
        String pair = Base64.getEncoder().encodeToString("u:p:q\0\0".getBytes(UTF_8));
        assertEquals(
                new Credential.Basic("u", "p:q"),
                auth(AuthConfig.newBuilder().setAuth(pair), "a").given().credential());
        assertEquals(
                new Credential.RegistryToken("t"),
                auth(AuthConfig.newBuilder().setRegistryToken("t"), "a").given().credential());
        assertEquals(Optional.empty(), RequestAuth.of(AuthConfig.getDefaultInstance(), ImageReference.parse("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"???", "dXNlcg==", "OnBhc3N3b3Jk"})
    void areRefusedWithoutBeingShown(String auth) {
        StatusException refused = assertThrows(
                StatusException.class, () -> auth(AuthConfig.newBuilder().setAuth(auth), "a"));
        assertEquals(Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode());
        assertFalse(String.valueOf(refused.getMessage()).contains(auth), refused.toString());
    }

    @Test
    void tokensBecomeNoHeadersOfTheirOwn() {
        for (String token : new String[] {"a\r\nX: y", "a b", "x".repeat(70_000), "\u00e9"}) {
            assertThrows(
                    StatusException.class, () -> auth(AuthConfig.newBuilder().setRegistryToken(token), "a"));
            assertThrows(
                    StatusException.class, () -> auth(AuthConfig.newBuilder().setIdentityToken(token), "a"));
        }
    }

    @Test
    void areNeverShown() throws StatusException {
        String shown = auth(basic().setPassword("secret"), "a").toString();
        assertFalse(shown.contains("secret"), shown);
    }

    @ParameterizedTest
    @CsvSource({
        "default, true",
        "kube-system, true",
        "../etc, false",
        "a/b, false",
        "A, false",
        "-a, false",
        "a-, false"
    })
    void namespacesAreWhatKubernetesAllows(String name, boolean expected) {
        PullImageRequest request = PullImageRequest.newBuilder()
                .setSandboxConfig(PodSandboxConfig.newBuilder()
                        .setMetadata(PodSandboxMetadata.newBuilder().setNamespace(name)))
                .build();
        try {
            assertEquals(name, PodNamespace.of(request).orElseThrow().toString());
            assertTrue(expected);
        } catch (StatusException e) {
            assertFalse(expected);
        }
    }
}
