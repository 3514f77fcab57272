package dev.truename.pull.manifest;

import dev.truename.names.reference.Printable;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/// Reads manifests and indexes. What could be read in two ways is refused: a body that is an image and an index
/// at once, or whose `mediaType` is not what it was served as (CVE-2021-41190), or with a key twice.
///
/// What was served without a telling media type gets the one of its body; an OCI body without any is told by its shape.
/// The [Manifest#raw()] of what is returned has the media type that was found.
public final class ManifestParser {
    /// In bytes, as the distribution specification bounds it.
    public static final int MAX_BYTES = 4 << 20;

    /// How much of a word of others a message shows, in characters.
    static final int SHOWN = 100;

    private static final String HOW = "convert it once with \"skopeo copy --format oci docker://FROM docker://TO\"";

    private final RawManifest raw;
    private final JsonObject body;

    private ManifestParser(RawManifest raw, JsonObject body) {
        this.raw = raw;
        this.body = body;
    }

    /// @param source where it comes from, for the failure
    /// @throws PullException with [PullFailure.Malformed], [PullFailure.Unsupported] or [PullFailure.TooLarge]
    public static Manifest parse(RawManifest raw, String source) throws PullException {
        if (raw.size() > MAX_BYTES) {
            throw new PullException(new PullFailure.TooLarge(
                    source, "the manifest " + raw.digest() + " is larger than " + MAX_BYTES + " bytes"));
        }
        try {
            return new ManifestParser(raw, Json.parseObject(raw.bytes())).parse();
        } catch (JsonException e) {
            throw new PullException(
                    new PullFailure.Malformed(
                            source, "the manifest " + raw.digest() + " is refused: " + e.getMessage()),
                    e);
        } catch (UnsupportedManifestException e) {
            throw new PullException(
                    new PullFailure.Unsupported(source, "the manifest " + raw.digest() + " is " + e.getMessage()), e);
        }
    }

    private Manifest parse() throws JsonException, UnsupportedManifestException {
        ExactKeys.MANIFEST.require(body);
        String type = mediaType();
        requireVersion(type);
        RawManifest typed = new RawManifest(type, raw.bytes(), raw.digest());
        if (MediaTypes.isIndex(type)) {
            return index(typed);
        }
        if (MediaTypes.isImage(type)) {
            return image(typed);
        }
        throw new UnsupportedManifestException(
                "of the media type \"" + Printable.text(type, SHOWN) + "\", which is not known");
    }

    private void requireVersion(String type) throws JsonException, UnsupportedManifestException {
        Optional<Long> version = body.integer("schemaVersion");
        if (MediaTypes.isSchema1(type) || version.equals(Optional.of(1L))) {
            throw new UnsupportedManifestException(
                    "of Docker's schema 1, whose content cannot be verified by digest; " + HOW);
        }
        if (!version.equals(Optional.of(2L))) {
            throw new JsonException("its \"schemaVersion\" is not 2");
        }
    }

    /// What it was served as; where the server did not say, what the body says; else, for OCI, what its shape says.
    private String mediaType() throws JsonException {
        Optional<String> inside = body.string("mediaType").filter(text -> !text.isEmpty());
        String served = MediaTypes.essence(raw.mediaType());
        if (MediaTypes.isSilent(served)) {
            return inside.orElseGet(() -> body.has("manifests") ? MediaTypes.OCI_INDEX : MediaTypes.OCI_MANIFEST);
        }
        if (inside.isPresent() && !inside.get().equals(served)) {
            throw new JsonException("its \"mediaType\" is " + Printable.text(inside.get(), SHOWN)
                    + ", but it was served as " + Printable.text(served, SHOWN));
        }
        return served;
    }

    private Manifest.Index index(RawManifest typed) throws JsonException {
        refuse("an index", "config", "layers", "fsLayers", "history");
        List<JsonValue> manifests =
                body.array("manifests").orElseThrow(() -> new JsonException("it has no \"manifests\""));
        return new Manifest.Index(typed, DescriptorReader.readAll(manifests), DescriptorReader.annotations(body));
    }

    private Manifest.Image image(RawManifest typed) throws JsonException {
        refuse("an image", "manifests", "fsLayers", "history");
        JsonObject config = body.object("config").orElseThrow(() -> new JsonException("it has no \"config\""));
        List<JsonValue> layers = body.array("layers").orElseThrow(() -> new JsonException("it has no \"layers\""));
        return new Manifest.Image(
                typed,
                DescriptorReader.read(config),
                DescriptorReader.readAll(layers),
                body.string("artifactType"),
                DescriptorReader.annotations(body));
    }

    private void refuse(String kind, String... keys) throws JsonException {
        for (String key : keys) {
            if (body.has(key)) {
                throw new JsonException("it claims to be " + kind + ", but has \"" + key + "\" too");
            }
        }
    }
}
