package dev.truename.testkit;

import dev.truename.testkit.content.Artifact;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Manifest;
import dev.truename.testkit.http.Body;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// What the registry holds, by repository. Keys are as they are asked for, so content can be filed under a wrong
/// digest.
final class ContentStore {
    /// @param manifests by digest
    /// @param tags tag to digest
    private record Repository(Map<String, Manifest> manifests, Map<String, Body> blobs, Map<String, String> tags) {
        static Repository empty() {
            return new Repository(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentSkipListMap<>());
        }
    }

    private final Map<String, Repository> repositories = new ConcurrentHashMap<>();

    void push(String repository, Artifact artifact) {
        for (Blob blob : artifact.blobs()) {
            putBlob(repository, blob.digest(), blob.body());
        }
        for (Manifest child : artifact.children()) {
            putManifest(repository, child.digest(), child);
        }
        putManifest(repository, artifact.digest(), artifact.manifest());
    }

    void putBlob(String repository, String digest, Body body) {
        repository(repository).blobs().put(digest, body);
    }

    void putManifest(String repository, String digest, Manifest manifest) {
        repository(repository).manifests().put(digest, manifest);
    }

    void tag(String repository, String tag, String digest) {
        repository(repository).tags().put(tag, digest);
    }

    boolean knows(String repository) {
        return repositories.containsKey(repository);
    }

    Optional<Body> blob(String repository, String digest) {
        return find(repository).map(found -> found.blobs().get(digest));
    }

    /// By tag or digest.
    Optional<Manifest> manifest(String repository, String reference) {
        return find(repository).map(found -> {
            String digest = found.tags().getOrDefault(reference, reference);
            return found.manifests().get(digest);
        });
    }

    List<String> tags(String repository) {
        return find(repository).map(found -> List.copyOf(found.tags().keySet())).orElse(List.of());
    }

    /// Takes a tag away, or a manifest, or a blob; whether there was one.
    boolean remove(String repository, String reference) {
        Optional<Repository> found = find(repository);
        return found.isPresent() && remove(found.get(), reference);
    }

    private static boolean remove(Repository from, String reference) {
        @Nullable String tagged = from.tags().remove(reference);
        @Nullable Manifest manifest = from.manifests().remove(reference);
        @Nullable Body blob = from.blobs().remove(reference);
        return tagged != null || manifest != null || blob != null;
    }

    private Optional<Repository> find(String name) {
        return Optional.ofNullable(repositories.get(name));
    }

    private Repository repository(String name) {
        return repositories.computeIfAbsent(name, _ -> Repository.empty());
    }
}
