package dev.truename.pull.transport;

import dev.truename.pull.failure.PullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/// certs.d: a folder for each `HOST[:PORT]` with `*.crt`, authorities that are trusted for it, and pairs of `*.cert`
/// and `*.key`, which authenticate the client. The first folder that exists counts alone.
final class CertificateFolders {
    private static final String DOCKER_HUB_PHYSICAL = "registry-1.docker.io";
    private static final int HTTPS_PORT = 443;

    private final TrustSettings settings;

    CertificateFolders(TrustSettings settings) {
        this.settings = settings;
    }

    HostCertificates forHost(Endpoint endpoint) throws PullException {
        Optional<Path> folder = folder(endpoint);
        return folder.isPresent() ? read(folder.get()) : HostCertificates.NONE;
    }

    private Optional<Path> folder(Endpoint endpoint) {
        if (settings.commandFolder().isPresent()) {
            return settings.commandFolder();
        }
        List<String> names = names(endpoint);
        for (Path root : settings.hostFolders()) {
            for (String name : names) {
                Path folder = root.resolve(name);
                if (Files.isDirectory(folder)) {
                    return Optional.of(folder);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Endpoint endpoint) {
        List<String> names = new ArrayList<>();
        if (endpoint.host().equals(DOCKER_HUB_PHYSICAL)) {
            names.add("docker.io");
        }
        if (endpoint.port() == HTTPS_PORT) {
            names.add(endpoint.host());
        }
        names.add(endpoint.host() + ":" + endpoint.port());
        return names;
    }

    private static HostCertificates read(Path folder) throws PullException {
        List<X509Certificate> authorities = new ArrayList<>();
        List<Path> clients = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".crt")) {
                authorities.addAll(Pem.read(file).certificates());
            } else if (name.endsWith(".cert")) {
                requireSibling(file, ".cert", ".key");
                clients.add(file);
            } else if (name.endsWith(".key")) {
                requireSibling(file, ".key", ".cert");
            }
        }
        return new HostCertificates(authorities, clients.isEmpty() ? List.of() : List.of(keyManager(folder, clients)));
    }

    private static List<Path> files(Path folder) throws PullException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw Pem.failed(folder, "the folder cannot be read", e);
        }
    }

    private static void requireSibling(Path file, String suffix, String other) throws PullException {
        if (!Files.isRegularFile(sibling(file, suffix, other))) {
            throw Pem.failed(file, "there is no " + other + " file of the same name beside it", null);
        }
    }

    private static Path sibling(Path file, String suffix, String other) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - suffix.length()) + other);
    }

    private static KeyManager keyManager(Path folder, List<Path> certificates) throws PullException {
        char[] none = new char[0];
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, none);
            for (Path file : certificates) {
                X509Certificate[] chain = Pem.read(file).certificates().toArray(X509Certificate[]::new);
                Pem key = Pem.read(sibling(file, ".cert", ".key"));
                store.setKeyEntry(file.toString(), key.privateKey(), none, chain);
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, none);
            return factory.getKeyManagers()[0];
        } catch (PullException e) {
            throw e;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw Pem.failed(folder, "the client's certificate cannot be used", e);
        }
    }
}
