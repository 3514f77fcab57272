package dev.truename.pull.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.reference.Digest;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonArray;
import dev.truename.pull.json.JsonValue.JsonBoolean;
import dev.truename.pull.json.JsonValue.JsonNull;
import dev.truename.pull.json.JsonValue.JsonNumber;
import dev.truename.pull.json.JsonValue.JsonObject;
import dev.truename.pull.json.JsonValue.JsonString;
import dev.truename.pull.manifest.Descriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IndexFilePropertiesTest {
    private static final Path PATH = Path.of("index.json");
    private static final String FOREIGN = "{\"mediaType\":\"x/y\",\"digest\":\"sha256:" + "0".repeat(64)
            + "\",\"size\":7,\"platform\":{\"os\":\"linux\",\"architecture\":\"arm\",\"features\":[1.50]},"
            + "\"annotations\":{\"who\":\"else\"}}";

    /// Naming and removing, as far as the index is concerned.
    ///
    /// @param digest of one hex digit repeated, or less than 0 to remove the name
    record Step(String name, int digest) {}

    private static IndexFile read(byte[] bytes) throws JsonException {
        return new IndexFile(PATH, Json.parseObject(bytes));
    }

    private static IndexFile apply(IndexFile index, Step step) throws JsonException {
        if (step.digest() < 0) {
            return index.less(step.name());
        }
        Digest digest =
                Digest.parse("sha256:" + Integer.toHexString(step.digest()).repeat(64));
        return index.with(step.name(), Descriptor.of("x/y", digest, step.digest()));
    }

    /// The index, written and read after each step, is the map that one expects, in the order of naming.
    @Property(tries = 300)
    void anyStepsLeaveWhatAMapWouldHold(@ForAll("steps") List<Step> steps) throws JsonException {
        Map<String, Integer> expected = new HashMap<>();
        List<String> order = new ArrayList<>();
        IndexFile index = IndexFile.empty(PATH);
        for (Step step : steps) {
            index = read(apply(index, step).bytes());
            order.remove(step.name());
            if (step.digest() >= 0) {
                order.add(step.name());
                expected.put(step.name(), step.digest());
            }
        }
        List<StoredImage> images = index.images();
        assertEquals(order, images.stream().map(StoredImage::name).toList());
        for (StoredImage image : images) {
            assertEquals(expected.get(image.name()), (int) image.root().size());
            assertEquals(
                    image.root().digest(),
                    index.find(image.name()).orElseThrow().digest());
        }
    }

    @Property(tries = 300)
    void whatOthersWroteStays(@ForAll("steps") List<Step> steps, @ForAll("values") JsonValue extra)
            throws JsonException {
        String text = "{\"future\":" + new String(Json.write(extra), UTF_8) + ",\"schemaVersion\":2,\"manifests\":["
                + FOREIGN + "],\"annotations\":{\"a\":\"b\"}}";
        IndexFile index = read(text.getBytes(UTF_8));
        for (Step step : steps) {
            index = read(apply(index, step).bytes());
        }
        for (String name : steps.stream().map(Step::name).collect(Collectors.toSet())) {
            index = read(index.less(name).bytes());
        }
        assertEquals(text, new String(index.bytes(), UTF_8));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> names = Arbitraries.of("a.example/a:1", "b.example/b@sha256:0", "x\"\\\u00e9\u2028", "c:1");
        return names.flatMap(name -> Arbitraries.integers().between(-1, 15).map(digest -> new Step(name, digest)))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<JsonValue> values() {
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("ab\"\\/\n\u0001\u00e9\u2028").ofMaxLength(8);
        Arbitrary<JsonValue> leaves = Arbitraries.oneOf(
                texts.map(JsonString::new),
                Arbitraries.of("0", "-1", "1.50", "1e400", "12345678901234567890")
                        .map(JsonNumber::new),
                Arbitraries.of(new JsonNull(), new JsonBoolean(true), new JsonBoolean(false)));
        Arbitrary<JsonValue> arrays = leaves.list().ofMaxSize(4).map(JsonArray::new);
        Arbitrary<JsonValue> objects = Arbitraries.maps(texts, Arbitraries.oneOf(leaves, arrays))
                .ofMaxSize(4)
                .map(JsonObject::new);
        return Arbitraries.oneOf(leaves, arrays, objects);
    }
}
