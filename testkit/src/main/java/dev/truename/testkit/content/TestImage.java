package dev.truename.testkit.content;

import static java.util.Objects.requireNonNull;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// An image for one platform: manifest, configuration, layers.
///
/// @param layers what is pushed; the manifest may tell something else about them
public record TestImage(Manifest manifest, Blob config, List<Layer> layers, Platform platform) implements Artifact {
    public TestImage {
        requireNonNull(manifest);
        requireNonNull(config);
        layers = List.copyOf(layers);
        requireNonNull(platform);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// A one-layer image that holds one small file; a different text makes a different digest.
    public static TestImage of(String text) {
        return builder().layer(Layer.file("etc/truename", text)).build();
    }

    @Override
    public List<Blob> blobs() {
        return Stream.concat(Stream.of(config), layers.stream().map(Layer::blob))
                .toList();
    }

    /// Collects an image. Used by one thread.
    public static final class Builder {
        private final List<Layer> layers = new ArrayList<>();
        private final List<UnaryOperator<Descriptor>> lies = new ArrayList<>();
        private final Map<String, String> annotations = new TreeMap<>();
        private final Map<String, String> labels = new TreeMap<>();
        private Format format = Format.OCI;
        private Platform platform = Platform.AMD64;
        private Optional<String> config = Optional.empty();
        private UnaryOperator<Descriptor> configLie = UnaryOperator.identity();

        private Builder() {}

        public Builder format(Format chosen) {
            this.format = requireNonNull(chosen);
            return this;
        }

        public Builder platform(Platform chosen) {
            this.platform = requireNonNull(chosen);
            return this;
        }

        public Builder layer(Layer layer) {
            return layer(layer, UnaryOperator.identity());
        }

        /// A layer about which the manifest tells what `told` makes of the truth: another digest, size, type, or URLs.
        public Builder layer(Layer layer, UnaryOperator<Descriptor> told) {
            layers.add(layer);
            lies.add(requireNonNull(told));
            return this;
        }

        public Builder annotation(String key, String value) {
            annotations.put(key, value);
            return this;
        }

        public Builder label(String key, String value) {
            labels.put(key, value);
            return this;
        }

        /// The configuration's whole text, in place of the one made from platform, labels and layers.
        public Builder config(String json) {
            this.config = Optional.of(json);
            return this;
        }

        /// What the manifest tells about the configuration.
        public Builder configDescriptor(UnaryOperator<Descriptor> told) {
            this.configLie = requireNonNull(told);
            return this;
        }

        public TestImage build() {
            Blob configBlob = Blob.of(config.orElseGet(() -> Json.object(this::writeConfig)));
            Descriptor configTold = configLie.apply(configBlob.descriptor(format.configType()));
            String text = Json.object(json -> writeManifest(json, configTold));
            return new TestImage(Manifest.of(format.manifestType(), text), configBlob, layers, platform);
        }

        private List<Descriptor> layersTold() {
            List<Descriptor> told = new ArrayList<>();
            for (int i = 0; i < layers.size(); i++) {
                Layer layer = layers.get(i);
                Descriptor truth = layer.blob().descriptor(format.layerType(layer.compression()));
                told.add(lies.get(i).apply(truth));
            }
            return told;
        }

        private void writeManifest(JsonWriter json, Descriptor configTold) throws IOException {
            json.name("schemaVersion").value(2);
            json.name("mediaType").value(format.manifestType());
            Json.descriptor(json, "config", configTold);
            Json.descriptors(json, "layers", layersTold());
            Json.annotations(json, "annotations", annotations);
        }

        private void writeConfig(JsonWriter json) throws IOException {
            Json.platform(json, platform);
            json.name("config").beginObject();
            Json.annotations(json, "Labels", labels);
            json.endObject();
            json.name("rootfs").beginObject();
            json.name("type").value("layers");
            Json.strings(json, "diff_ids", layers.stream().map(Layer::diffId).toList());
            json.endObject();
        }
    }
}
