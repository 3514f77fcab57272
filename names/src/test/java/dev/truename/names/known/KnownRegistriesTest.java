package dev.truename.names.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Repository;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownRegistriesTest {
    @ParameterizedTest
    @CsvSource({
        "docker.io, OPEN",
        "Registry-1.Docker.IO, OPEN",
        "quay.io:443, OPEN",
        "quay.io:8443, UNKNOWN",
        "registry.redhat.io, CLOSED",
        "registry.k8s.io, CLOSED",
        "gcr.io, ACCOUNT",
        "europe-docker.pkg.dev, ACCOUNT",
        "pkg.dev, UNKNOWN",
        "a.b.pkg.dev, UNKNOWN",
        "pkg.dev.example, UNKNOWN",
        "923420404585.dkr.ecr.us-west-2.amazonaws.com, ACCOUNT",
        "dkr.ecr.us-west-2.amazonaws.com, UNKNOWN",
        "923420404585.dkr.ecr.us-west-2.amazonaws.com.evil.example, UNKNOWN",
        "us.icr.io, ACCOUNT",
        "cp.icr.io, CLOSED",
        "registry.example.com, UNKNOWN",
        "xquay.io, UNKNOWN",
    })
    void whoMayPush(String host, Registration expected) {
        assertEquals(expected, KnownRegistries.registration(host));
    }

    @ParameterizedTest
    @CsvSource({
        "docker.io, docker.io",
        "index.docker.io, docker.io",
        "registry-1.docker.io, docker.io",
        "registry.hub.docker.com, docker.io",
        "DOCKER.io:443, docker.io",
        "Team.azurecr.io:443, team.azurecr.io",
        "Host.example:443, host.example:443",
    })
    void oneRegistryHasOneName(String host, String expected) {
        assertEquals(expected, KnownRegistries.canonical(host));
    }

    @ParameterizedTest
    @CsvSource({
        "hub.docker.com, docker.io",
        "GitHub.com, ghcr.io",
        "docker.io, ",
        "registry.hub.docker.com, ",
        "registry.gitlab.com, ",
    })
    void webSitesAreNoRegistries(String host, String registry) {
        assertEquals(Optional.ofNullable(registry), KnownRegistries.ofWebSite(host));
    }

    @ParameterizedTest
    @CsvSource({
        "docker.io/library/redis, true",
        "docker.io/redis, true",
        "registry-1.docker.io/library/redis, true",
        "docker.io/someone/redis, false",
        "quay.io/redis, true",
        "quay.io/someone/redis, false",
        "registry.redhat.io/anything, true",
        "gcr.io/project/image, false",
        "team.azurecr.io/image, true",
        "europe-docker.pkg.dev/project/repository/image, false",
        "registry.example.com/image, false",
    })
    void whatNoStrangerCanGet(String repository, boolean closed) {
        assertEquals(closed, KnownRegistries.isKnownClosed(Repository.parse(repository)));
    }

    @Test
    void everyHostIsOneRegistryAndCanStandInAName() {
        Set<String> hosts = new HashSet<>();
        for (KnownRegistry registry : KnownRegistries.all()) {
            assertTrue(hosts.add(registry.host()), registry::host);
            registry.aliases().forEach(alias -> assertTrue(hosts.add(alias), alias));
        }
        for (String host : hosts) {
            assertTrue(Repository.isRegistry(host.replace("*", "any")), host);
            assertEquals(Optional.empty(), KnownRegistries.ofWebSite(host), host);
        }
        for (String registry : RegistryTable.WEB_SITES.values()) {
            assertTrue(hosts.contains(registry), registry);
        }
    }
}
