package dev.truename.testkit.content;

import static java.util.Objects.requireNonNull;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// An index over images of several platforms (Docker: a manifest list).
public record TestIndex(Manifest manifest, List<TestImage> images) implements Artifact {
    public TestIndex {
        requireNonNull(manifest);
        images = List.copyOf(images);
    }

    public static Builder builder() {
        return new Builder();
    }

    public static TestIndex of(TestImage... images) {
        Builder builder = builder();
        for (TestImage image : images) {
            builder.image(image);
        }
        return builder.build();
    }

    @Override
    public List<Manifest> children() {
        return images.stream().map(TestImage::manifest).toList();
    }

    @Override
    public List<Blob> blobs() {
        return images.stream().flatMap(image -> image.blobs().stream()).toList();
    }

    /// Collects an index. Used by one thread.
    public static final class Builder {
        private final List<TestImage> images = new ArrayList<>();
        private final List<Descriptor> descriptors = new ArrayList<>();
        private final Map<String, String> annotations = new TreeMap<>();
        private Format format = Format.OCI;

        private Builder() {}

        public Builder format(Format chosen) {
            this.format = requireNonNull(chosen);
            return this;
        }

        public Builder image(TestImage image) {
            return image(image, UnaryOperator.identity());
        }

        /// An image about which the index tells what `told` makes of the truth.
        public Builder image(TestImage image, UnaryOperator<Descriptor> told) {
            images.add(image);
            return entry(told.apply(image.manifest().descriptor().withPlatform(image.platform())));
        }

        /// An entry for which nothing is pushed.
        public Builder entry(Descriptor descriptor) {
            descriptors.add(requireNonNull(descriptor));
            return this;
        }

        public Builder annotation(String key, String value) {
            annotations.put(key, value);
            return this;
        }

        public TestIndex build() {
            return new TestIndex(Manifest.of(format.indexType(), Json.object(this::write)), images);
        }

        private void write(JsonWriter json) throws IOException {
            json.name("schemaVersion").value(2);
            json.name("mediaType").value(format.indexType());
            Json.descriptors(json, "manifests", descriptors);
            Json.annotations(json, "annotations", annotations);
        }
    }
}
