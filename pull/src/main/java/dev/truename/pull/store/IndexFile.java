package dev.truename.pull.store;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonArray;
import dev.truename.pull.json.JsonValue.JsonNumber;
import dev.truename.pull.json.JsonValue.JsonObject;
import dev.truename.pull.json.JsonValue.JsonString;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.DescriptorReader;
import dev.truename.pull.manifest.MediaTypes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `index.json`: the names of the store. Entries and fields of others are kept as they are.
record IndexFile(Path path, JsonObject content) {
    static final String REF_NAME = "org.opencontainers.image.ref.name";

    /// Some hundred thousand names.
    private static final int MAX_BYTES = 64 << 20;

    private static final JsonObject EMPTY = new JsonObject(Map.of("schemaVersion", new JsonNumber("2")))
            .with("mediaType", new JsonString(MediaTypes.OCI_INDEX))
            .with("manifests", new JsonArray(List.of()));

    /// Reads it; a missing one is empty. Needs no lock, since it is only ever replaced whole.
    static IndexFile read(Path path) throws PullException {
        try {
            IndexFile index = new IndexFile(path, Json.parseObject(Bounded.read(path, MAX_BYTES)));
            index.requireEntries();
            return index;
        } catch (NoSuchFileException e) {
            return empty(path);
        } catch (JsonException e) {
            throw StoreFailures.broken(
                    path, "the store's index is refused: " + e.getMessage() + "; mend it, or move the store away");
        } catch (IOException e) {
            throw StoreFailures.of(path, e);
        }
    }

    static IndexFile empty(Path path) {
        return new IndexFile(path, EMPTY);
    }

    /// One that has lost its list would let a prune delete everything; a list of nothing is written down (OCI image
    /// index, "manifests": required), by Go as `null`.
    private void requireEntries() throws JsonException {
        if (!content.has("manifests")) {
            throw new JsonException("it has no \"manifests\"");
        }
        entries();
    }

    private List<JsonValue> elements() throws JsonException {
        return content.array("manifests").orElse(List.of());
    }

    /// Every descriptor, named or not.
    List<Descriptor> entries() throws JsonException {
        List<Descriptor> entries = new ArrayList<>();
        for (JsonValue element : elements()) {
            if (!(element instanceof JsonObject object)) {
                throw new JsonException("an entry of \"manifests\" is not an object");
            }
            entries.add(DescriptorReader.read(object));
        }
        return entries;
    }

    /// The named ones, in the order in which they were named.
    List<StoredImage> images() throws JsonException {
        List<StoredImage> images = new ArrayList<>();
        for (Descriptor entry : entries()) {
            String name = entry.annotations().get(REF_NAME);
            if (name != null) {
                images.add(new StoredImage(name, entry));
            }
        }
        return images;
    }

    Optional<Descriptor> find(String name) throws JsonException {
        return images().stream()
                .filter(image -> image.name().equals(name))
                .map(StoredImage::root)
                .findFirst();
    }

    /// The same with a name that points here and nowhere else.
    IndexFile with(String name, Descriptor root) throws JsonException {
        List<JsonValue> kept = without(name);
        kept.add(new JsonObject(Map.of("mediaType", new JsonString(root.mediaType())))
                .with("digest", new JsonString(root.digest().toString()))
                .with("size", new JsonNumber(Long.toString(root.size())))
                .with("annotations", new JsonObject(Map.of(REF_NAME, new JsonString(name)))));
        return new IndexFile(path, content.with("manifests", new JsonArray(kept)));
    }

    IndexFile less(String name) throws JsonException {
        return new IndexFile(path, content.with("manifests", new JsonArray(without(name))));
    }

    private List<JsonValue> without(String name) throws JsonException {
        List<JsonValue> kept = new ArrayList<>();
        for (JsonValue element : elements()) {
            boolean named = element instanceof JsonObject object
                    && name.equals(DescriptorReader.read(object).annotations().get(REF_NAME));
            if (!named) {
                kept.add(element);
            }
        }
        return kept;
    }

    byte[] bytes() {
        return Json.write(content);
    }
}
