package dev.truename.testkit.content;

import dev.truename.testkit.http.MemorySink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Manifests that a client has to refuse, each for one reason. What they point at is for the caller to push, where it
/// matters.
public final class Malformed {
    private static final String SCHEMA_1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";

    private Malformed() {}

    /// Docker's manifest version 2, schema 1: an old kind that nothing verifies by digest.
    public static Manifest schema1(String repository, String tag) {
        return Manifest.of(SCHEMA_1, Json.object(json -> {
            json.name("schemaVersion").value(1);
            json.name("name").value(repository);
            json.name("tag").value(tag);
            json.name("architecture").value("amd64");
            json.name("fsLayers").beginArray();
            json.endArray();
            json.name("history").beginArray();
            json.endArray();
        }));
    }

    /// The image's manifest with a list of manifests in it: image to one reader, index to another (CVE-2021-41190).
    public static Manifest imageAndIndex(TestImage image, TestImage inIndex) {
        String added = Json.object(json ->
                Json.descriptors(json, "manifests", List.of(inIndex.manifest().descriptor())));
        return Manifest.of(image.manifest().mediaType(), joined(text(image), added));
    }

    /// The image's manifest with a second `config`, of another image.
    public static Manifest duplicateKey(TestImage image, TestImage other) {
        Descriptor config = other.config().descriptor(Format.OCI.configType());
        String added = Json.object(json -> Json.descriptor(json, "config", config));
        return Manifest.of(image.manifest().mediaType(), joined(text(image), added));
    }

    /// The image's manifest under another Content-Type than its own `mediaType`.
    public static Manifest told(TestImage image, String contentType) {
        return new Manifest(contentType, image.manifest().blob());
    }

    /// The image's manifest with arrays in it, one in the other, so many deep.
    public static Manifest deep(TestImage image, int depth) {
        String added = "{\"deep\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        return Manifest.of(image.manifest().mediaType(), joined(text(image), added));
    }

    /// The image's manifest, valid in all but its size: so many bytes and some more.
    public static Manifest huge(TestImage image, int bytes) {
        String added = "{\"padding\":\"" + "x".repeat(bytes) + "\"}";
        return Manifest.of(image.manifest().mediaType(), joined(text(image), added));
    }

    /// The image's manifest without its last bytes.
    public static Manifest truncated(TestImage image, int missing) {
        String text = text(image);
        return Manifest.of(image.manifest().mediaType(), text.substring(0, text.length() - missing));
    }

    /// The fields of two objects in one.
    private static String joined(String first, String second) {
        return first.substring(0, first.length() - 1) + "," + second.substring(1);
    }

    private static String text(TestImage image) {
        try {
            return new String(MemorySink.read(image.manifest().blob().body()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
