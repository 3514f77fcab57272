package dev.truename.pull.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonArray;
import dev.truename.pull.json.JsonValue.JsonNumber;
import dev.truename.pull.json.JsonValue.JsonObject;
import dev.truename.pull.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ManifestPropertiesTest {
    private static final Digest DIGEST = Digest.parse("sha256:" + "0".repeat(64));

    private static RawManifest raw(String mediaType, JsonValue body) {
        return new RawManifest(mediaType, Json.write(body), DIGEST);
    }

    private static JsonObject body(Map<String, JsonValue> fields) {
        Map<String, JsonValue> all = new LinkedHashMap<>(Map.of("schemaVersion", new JsonNumber("2")));
        all.putAll(fields);
        return new JsonObject(all);
    }

    private static JsonObject json(Descriptor descriptor) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("mediaType", new JsonString(descriptor.mediaType()));
        fields.put("digest", new JsonString(descriptor.digest().toString()));
        fields.put("size", new JsonNumber(Long.toString(descriptor.size())));
        descriptor.platform().ifPresent(platform -> fields.put("platform", json(platform)));
        Map<String, JsonValue> annotations = new LinkedHashMap<>();
        descriptor.annotations().forEach((key, value) -> annotations.put(key, new JsonString(value)));
        fields.put("annotations", new JsonObject(annotations));
        fields.put(
                "urls",
                new JsonArray(descriptor.urls().stream()
                        .<JsonValue>map(JsonString::new)
                        .toList()));
        return new JsonObject(fields);
    }

    private static JsonObject json(Platform platform) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("os", new JsonString(platform.os()));
        fields.put("architecture", new JsonString(platform.architecture()));
        platform.variant().ifPresent(variant -> fields.put("variant", new JsonString(variant)));
        return new JsonObject(fields);
    }

    private static JsonArray array(List<Descriptor> descriptors) {
        return new JsonArray(descriptors.stream()
                .<JsonValue>map(ManifestPropertiesTest::json)
                .toList());
    }

    @Property(tries = 300)
    void anImageIsReadAsItWasWritten(
            @ForAll("descriptors") Descriptor config, @ForAll("descriptorLists") List<Descriptor> layers)
            throws PullException {
        JsonObject body = body(Map.of("config", json(config), "layers", array(layers)));
        Manifest.Image image = assertInstanceOf(
                Manifest.Image.class, ManifestParser.parse(raw(MediaTypes.OCI_MANIFEST, body), "here"));
        assertEquals(config, image.config());
        assertEquals(layers, image.layers());
    }

    @Property(tries = 300)
    void anIndexIsReadAsItWasWritten(@ForAll("descriptorLists") List<Descriptor> manifests) throws PullException {
        JsonObject body = body(Map.of("manifests", array(manifests)));
        Manifest.Index index =
                assertInstanceOf(Manifest.Index.class, ManifestParser.parse(raw(MediaTypes.DOCKER_LIST, body), "here"));
        assertEquals(manifests, index.manifests());
    }

    @Property(tries = 300)
    void whatWasCutOffIsRefused(@ForAll("descriptorLists") List<Descriptor> manifests, @ForAll Random random) {
        byte[] whole = Json.write(body(Map.of("manifests", array(manifests))));
        byte[] cut = new String(whole, UTF_8)
                .substring(0, random.nextInt(new String(whole, UTF_8).length()))
                .getBytes(UTF_8);
        PullException refused = assertThrows(
                PullException.class,
                () -> ManifestParser.parse(new RawManifest(MediaTypes.OCI_INDEX, cut, DIGEST), "here"));
        assertInstanceOf(PullFailure.Malformed.class, refused.failure());
    }

    @Property(tries = 300)
    void aDescriptorWithoutWhatItMustHaveIsRefused(
            @ForAll("descriptors") Descriptor descriptor, @ForAll("required") String missing) {
        Map<String, JsonValue> fields = new LinkedHashMap<>(json(descriptor).fields());
        fields.remove(missing);
        JsonObject body = body(Map.of("manifests", new JsonArray(List.of(new JsonObject(fields)))));
        PullException refused =
                assertThrows(PullException.class, () -> ManifestParser.parse(raw(MediaTypes.OCI_INDEX, body), "here"));
        assertInstanceOf(PullFailure.Malformed.class, refused.failure());
    }

    /// What is chosen fits, and is as good whatever the order; what fits nothing is refused.
    @Property(tries = 500)
    void theChoiceFitsAndDoesNotDependOnTheOrder(
            @ForAll("platformLists") List<Platform> platforms,
            @ForAll("platforms") Platform wanted,
            @ForAll Random random) {
        Optional<Platform> chosen = chosen(platforms, wanted);
        assertEquals(
                platforms.stream().anyMatch(platform -> PlatformChoice.fits(platform, wanted)), chosen.isPresent());
        assertTrue(chosen.isEmpty() || PlatformChoice.fits(chosen.get(), wanted));
        List<Platform> shuffled = new ArrayList<>(platforms);
        Collections.shuffle(shuffled, random);
        Optional<Platform> again = chosen(shuffled, wanted);
        assertTrue(chosen.isEmpty() || PlatformChoice.fits(chosen.get(), again.orElseThrow()));
        assertTrue(again.isEmpty() || PlatformChoice.fits(again.get(), chosen.orElseThrow()));
    }

    private static Optional<Platform> chosen(List<Platform> platforms, Platform wanted) {
        List<Descriptor> entries = platforms.stream()
                .map(platform ->
                        new Descriptor(MediaTypes.OCI_MANIFEST, DIGEST, 1, Optional.of(platform), Map.of(), List.of()))
                .toList();
        RawManifest raw = new RawManifest(MediaTypes.OCI_INDEX, new byte[0], DIGEST);
        try {
            return PlatformChoice.choose(new Manifest.Index(raw, entries, Map.of()), wanted, "here")
                    .platform();
        } catch (PullException e) {
            assertInstanceOf(PullFailure.Unsupported.class, e.failure());
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> required() {
        return Arbitraries.of("mediaType", "digest", "size");
    }

    @Provide
    Arbitrary<Platform> platforms() {
        return Arbitraries.of(
                        "linux/amd64",
                        "linux/amd64/v1",
                        "linux/amd64/v2",
                        "linux/amd64/v3",
                        "linux/arm64",
                        "linux/arm64/v8",
                        "linux/arm64/v9",
                        "linux/arm",
                        "linux/arm/v5",
                        "linux/arm/v6",
                        "linux/arm/v7",
                        "linux/arm/v8",
                        "windows/amd64")
                .map(Platform::parse);
    }

    @Provide
    Arbitrary<List<Platform>> platformLists() {
        return platforms().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Descriptor>> descriptorLists() {
        return descriptors().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Descriptor> descriptors() {
        Arbitrary<String> types = Arbitraries.of(MediaTypes.OCI_MANIFEST, MediaTypes.OCI_CONFIG, "x/y");
        Arbitrary<Digest> digests = Combinators.combine(
                        Arbitraries.of(Digest.Algorithm.class), Arbitraries.of("0", "a", "f"))
                .as((algorithm, digit) -> new Digest(algorithm, digit.repeat(algorithm.hexLength())));
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("ab\"\\/\n\u0000\u00e9\u2028").ofMaxLength(5);
        return Combinators.combine(
                        types,
                        digests,
                        Arbitraries.longs().between(0, 1L << 44),
                        platforms().optional(),
                        Arbitraries.maps(texts, texts).ofMaxSize(3),
                        texts.list().ofMaxSize(2))
                .as(Descriptor::new);
    }
}
