package dev.truename.pull.credential;

import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.List;

/// Under which keys a file may have a repository's credential.
final class AuthKeys {
    /// What `docker login` writes for Docker Hub, and asks helpers for.
    static final String DOCKER_HUB_SERVER = "https://index.docker.io/v1/";

    private static final String INDEX = "index.docker.io";

    private AuthKeys() {}

    /// The exact repository, its parent namespaces, the registry.
    static List<String> of(Repository repository) {
        List<String> keys = new ArrayList<>();
        String key = repository.toString();
        for (int slash = key.length(); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
            keys.add(key.substring(0, slash));
        }
        return keys;
    }

    /// The host that a key of older tools means: without scheme and, behind a scheme or in the old file, without path;
    /// all of Docker Hub's names are one.
    static String canonical(String key) {
        int scheme = key.startsWith("https://") ? 8 : key.startsWith("http://") ? 7 : 0;
        int slash = key.indexOf('/', scheme);
        String host = key.substring(scheme, slash < 0 ? key.length() : slash);
        return host.equals(Repository.DOCKER_HUB) || host.equals("registry-1.docker.io") ? INDEX : host;
    }

    /// What helpers are asked for, in order.
    static List<String> servers(Repository repository) {
        return repository.host().equals(Repository.DOCKER_HUB)
                ? List.of(DOCKER_HUB_SERVER, Repository.DOCKER_HUB)
                : List.of(repository.host());
    }
}
