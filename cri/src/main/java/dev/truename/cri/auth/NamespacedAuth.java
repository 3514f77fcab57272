package dev.truename.cri.auth;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.pull.credential.CredentialLookup;
import dev.truename.pull.credential.CredentialSettings;
import dev.truename.pull.credential.CredentialSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Files with the credentials of namespaces: `NAMESPACE-SHA256.json`, with the SHA-256 of the repository's full
/// name in hex (as CRI-O's credential provider writes them), then `NAMESPACE.json`; in the form of auth.json.
///
/// The name is the one that was resolved: an aliased image has the file of where it comes from.
///
/// @param folder where they are
public record NamespacedAuth(Path folder) {
    public NamespacedAuth {
        requireNonNull(folder);
    }

    /// The credentials for a pull of these candidates.
    public CredentialSource of(PodNamespace namespace, List<Qualified> candidates) {
        CredentialSource all = CredentialSource.none();
        for (Path file : files(namespace, candidates)) {
            if (Files.exists(file)) {
                all = all.or(in(file));
            }
        }
        return all;
    }

    private Set<Path> files(PodNamespace namespace, List<Qualified> candidates) {
        Set<Path> files = new LinkedHashSet<>();
        for (Qualified candidate : candidates) {
            files.add(folder.resolve(namespace + "-" + sha256(candidate.repository()) + ".json"));
        }
        files.add(folder.resolve(namespace + ".json"));
        return files;
    }

    private static CredentialSource in(Path file) {
        return new CredentialLookup(new CredentialSettings(
                Optional.of(file), Map.of(), Optional.empty(), 0, List.of(), CredentialSettings.HELPER_TIMEOUT));
    }

    private static String sha256(Repository repository) {
        try {
            byte[] name = repository.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
