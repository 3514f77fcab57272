package dev.truename.pull.credential;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Repository;
import dev.truename.pull.credential.CredentialSettings.AuthFile;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks for credentials as the reference does: the helpers that registries.conf names, among them the files; in each
/// file its helper for the registry, its most special entry, its entry under an older key, its store.
public final class CredentialLookup implements CredentialSource {
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final CredentialSettings settings;
    private final CredentialHelper helper;

    public CredentialLookup(CredentialSettings settings) {
        this.settings = requireNonNull(settings);
        this.helper = new CredentialHelper(settings.environment(), settings.helperTimeout());
    }

    @Override
    public FoundCredential find(Repository repository) throws PullException {
        for (String name : settings.helpers()) {
            FoundCredential found = name.equals(CredentialSettings.FILES)
                    ? inFiles(repository)
                    : fromHelper(name, repository, "registries.conf");
            if (found.usable()) {
                return found;
            }
        }
        return FoundCredential.NONE;
    }

    /// Files with credentials that others than their owner can read, each as a line to show.
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (AuthFile file : settings.files()) {
            if (readableByOthers(file.path())) {
                warnings.add(file.path() + " can be read by others; set its mode to 600");
            }
        }
        return warnings;
    }

    private static boolean readableByOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions =
                    Files.readAttributes(file, PosixFileAttributes.class).permissions();
            return OF_OTHERS.stream().anyMatch(permissions::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private FoundCredential inFiles(Repository repository) throws PullException {
        for (AuthFile file : settings.files()) {
            if (!Files.exists(file.path())) {
                requireOptional(file);
                continue;
            }
            FoundCredential found = in(AuthFileReader.read(file.path(), file.old()), file, repository);
            if (found.usable()) {
                return found;
            }
        }
        return FoundCredential.NONE;
    }

    private static void requireOptional(AuthFile file) throws PullException {
        if (file.required()) {
            throw new PullException(
                    new PullFailure.Unauthorized(file.path().toString(), "there is no such file with credentials"));
        }
    }

    private FoundCredential in(AuthDocument document, AuthFile file, Repository repository) throws PullException {
        Optional<String> own = helperFor(document, repository);
        if (own.isPresent()) {
            return fromHelper(own.get(), repository, file.path().toString());
        }
        FoundCredential entry = entry(document, file, repository);
        return entry.usable() || document.store().isEmpty()
                ? entry
                : fromHelper(document.store().get(), repository, file.path().toString());
    }

    private static Optional<String> helperFor(AuthDocument document, Repository repository) {
        String host = AuthKeys.canonical(repository.host());
        return document.helpers().entrySet().stream()
                .filter(entry -> AuthKeys.canonical(entry.getKey()).equals(host))
                .map(Map.Entry::getValue)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static FoundCredential entry(AuthDocument document, AuthFile file, Repository repository) {
        if (!file.old()) {
            for (String key : AuthKeys.of(repository)) {
                Credential exact = document.entries().get(key);
                if (exact != null) {
                    return new FoundCredential(exact, new CredentialOrigin.File(file.path(), key));
                }
            }
        }
        String host = AuthKeys.canonical(repository.host());
        return document.entries().entrySet().stream()
                .filter(entry -> meansHost(entry.getKey(), file.old()))
                .filter(entry -> AuthKeys.canonical(entry.getKey()).equals(host))
                .map(entry ->
                        new FoundCredential(entry.getValue(), new CredentialOrigin.File(file.path(), entry.getKey())))
                .findFirst()
                .orElse(FoundCredential.NONE);
    }

    /// A key with a path but no scheme is a namespace, and not good for the whole host; the old file knew none.
    private static boolean meansHost(String key, boolean old) {
        return old || key.startsWith("https://") || key.startsWith("http://") || key.indexOf('/') < 0;
    }

    private FoundCredential fromHelper(String name, Repository repository, String configured) throws PullException {
        for (String server : AuthKeys.servers(repository)) {
            Optional<Credential> found = helper.get(name, server);
            if (found.isPresent()) {
                return new FoundCredential(found.get(), new CredentialOrigin.Helper(name, server, configured));
            }
        }
        return FoundCredential.NONE;
    }
}
