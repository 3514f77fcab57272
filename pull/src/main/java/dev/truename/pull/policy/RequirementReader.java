package dev.truename.pull.policy;

import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Reads requirements, as strictly as who wrote the format does.
final class RequirementReader {
    private static final String TYPE = "type";
    private static final String KEY_PATH = "keyPath";
    private static final String KEY_PATHS = "keyPaths";
    private static final String KEY_DATA = "keyData";
    private static final String KEY_TYPE = "keyType";
    private static final String IDENTITY = "signedIdentity";
    private static final String BASE_IDENTITY = "baseLayerIdentity";
    private static final String REFERENCE = "dockerReference";
    private static final String REPOSITORY = "dockerRepository";
    private static final String PREFIX = "prefix";
    private static final String SIGNED_PREFIX = "signedPrefix";

    private static final Set<String> SIGNED_BY = Set.of(TYPE, KEY_TYPE, KEY_PATH, KEY_PATHS, KEY_DATA, IDENTITY);
    private static final Set<String> SIGSTORE = Set.of(
            TYPE,
            KEY_PATH,
            KEY_PATHS,
            KEY_DATA,
            "keyDatas",
            "fulcio",
            "pki",
            "rekorPublicKeyPath",
            "rekorPublicKeyPaths",
            "rekorPublicKeyData",
            "rekorPublicKeyDatas",
            IDENTITY);

    /// That the format has beside GPGKeys, and that nobody has built.
    private static final Set<String> OTHER_KEY_TYPES = Set.of("signedByGPGKeys", "X509Certificates", "signedByX509CAs");

    private final ToIntFunction<String> lines;

    /// @param lines from the path of a value to its line
    RequirementReader(ToIntFunction<String> lines) {
        this.lines = lines;
    }

    /// All of them must be met.
    List<Requirement> read(Node array) throws PolicyFormatException {
        List<Requirement> requirements = new ArrayList<>();
        for (Node element : array.elements()) {
            requirements.add(requirement(element));
        }
        if (requirements.isEmpty()) {
            throw array.wrong("has no requirement; there must be at least one");
        }
        return requirements;
    }

    private Requirement requirement(Node node) throws PolicyFormatException {
        Node type = node.member(TYPE);
        return switch (type.text()) {
            case "insecureAcceptAnything" -> {
                node.requireOnly(Set.of(TYPE));
                yield new Requirement.Anything();
            }
            case "reject" -> {
                node.requireOnly(Set.of(TYPE));
                yield new Requirement.Reject();
            }
            case "signedBy" -> signedBy(node);
            case "signedBaseLayer" -> {
                node.requireOnly(Set.of(TYPE, BASE_IDENTITY));
                identity(node.member(BASE_IDENTITY));
                yield new Requirement.Unmet("signedBaseLayer, which no program verifies");
            }
            case "sigstoreSigned" -> {
                node.requireOnly(SIGSTORE);
                yield new Requirement.Unmet("sigstoreSigned, and such signatures are not verified here");
            }
            default -> throw type.wrong("is no requirement that the format knows");
        };
    }

    private Requirement signedBy(Node node) throws PolicyFormatException {
        node.requireOnly(SIGNED_BY);
        Node type = node.member(KEY_TYPE);
        boolean gpg = type.text().equals("GPGKeys");
        if (!gpg && !OTHER_KEY_TYPES.contains(type.text())) {
            throw type.wrong("is no type of keys that the format knows");
        }
        @Nullable Node identity = node.find(IDENTITY);
        SignedIdentity accepted = identity == null ? new SignedIdentity.RepoDigestOrExact() : identity(identity);
        List<Path> files = files(node);
        String data = data(node.find(KEY_DATA));
        return gpg
                ? new Requirement.SignedBy(files, data, accepted, lines.applyAsInt(node.path()))
                : new Requirement.Unmet("signedBy with a keyType other than GPGKeys, which no program verifies");
    }

    private static List<Path> files(Node node) throws PolicyFormatException {
        @Nullable Node one = node.find(KEY_PATH);
        @Nullable Node several = node.find(KEY_PATHS);
        int given = (one == null ? 0 : 1) + (several == null ? 0 : 1) + (node.find(KEY_DATA) == null ? 0 : 1);
        if (given != 1) {
            throw node.wrong("must have exactly one of keyPath, keyPaths and keyData");
        }
        if (one != null) {
            return List.of(file(one));
        }
        List<Path> files = new ArrayList<>();
        if (several != null) {
            for (Node file : several.elements()) {
                files.add(file(file));
            }
            if (files.isEmpty()) {
                throw several.wrong("names no file");
            }
        }
        return files;
    }

    private static Path file(Node node) throws PolicyFormatException {
        try {
            if (!node.text().isEmpty()) {
                return Path.of(node.text());
            }
        } catch (InvalidPathException e) {
            throw node.wrong("is not the path of a file");
        }
        throw node.wrong("is empty");
    }

    private static String data(@Nullable Node node) throws PolicyFormatException {
        if (node == null) {
            return "";
        }
        try {
            String data = node.text().replace("\n", "").replace("\r", "");
            if (Base64.getDecoder().decode(data).length > 0) {
                return data;
            }
        } catch (IllegalArgumentException e) {
            throw node.wrong("is not base64");
        }
        throw node.wrong("is empty");
    }

    private static SignedIdentity identity(Node node) throws PolicyFormatException {
        Node type = node.member(TYPE);
        return switch (type.text()) {
            case "matchExact" -> {
                node.requireOnly(Set.of(TYPE));
                yield new SignedIdentity.Exact();
            }
            case "matchRepoDigestOrExact" -> {
                node.requireOnly(Set.of(TYPE));
                yield new SignedIdentity.RepoDigestOrExact();
            }
            case "matchRepository" -> {
                node.requireOnly(Set.of(TYPE));
                yield new SignedIdentity.SameRepository();
            }
            case "exactReference" -> {
                node.requireOnly(Set.of(TYPE, REFERENCE));
                yield new SignedIdentity.ExactReference(reference(node.member(REFERENCE)));
            }
            case "exactRepository" -> {
                node.requireOnly(Set.of(TYPE, REPOSITORY));
                yield new SignedIdentity.ExactRepository(repository(node.member(REPOSITORY)));
            }
            case "remapIdentity" -> {
                node.requireOnly(Set.of(TYPE, PREFIX, SIGNED_PREFIX));
                yield new SignedIdentity.Remapped(prefix(node.member(PREFIX)), prefix(node.member(SIGNED_PREFIX)));
            }
            default -> throw type.wrong("is no identity that the format knows");
        };
    }

    private static Qualified reference(Node node) throws PolicyFormatException {
        Optional<Qualified> name = SignedIdentity.parsed(node.text());
        if (name.isEmpty() || (name.get().tag().isEmpty() && name.get().digest().isEmpty())) {
            throw node.wrong("is not the name of an image with a tag or digest");
        }
        return name.get();
    }

    private static Repository repository(Node node) throws PolicyFormatException {
        return SignedIdentity.parsed(node.text())
                .map(Qualified::repository)
                .orElseThrow(() -> node.wrong("is not the name of a repository"));
    }

    /// A host, or a repository with one in front.
    private static String prefix(Node node) throws PolicyFormatException {
        String text = node.text();
        if (!Repository.isRegistry(text)) {
            try {
                ImageReference reference = ImageReference.parse(text);
                if (reference.tag().isPresent() || reference.digest().isPresent()) {
                    throw node.wrong("has a tag or digest");
                }
            } catch (InvalidReferenceException e) {
                throw node.wrong("is not a host, or a repository with its host");
            }
        }
        return text;
    }
}
