package dev.truename.pull.manifest;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A manifest that was understood: one image, or an index of several.
public sealed interface Manifest {
    RawManifest raw();

    /// One image.
    ///
    /// @param layers from the base up
    record Image(
            RawManifest raw,
            Descriptor config,
            List<Descriptor> layers,
            Optional<String> artifactType,
            Map<String, String> annotations)
            implements Manifest {
        public Image {
            requireNonNull(raw);
            requireNonNull(config);
            layers = List.copyOf(layers);
            requireNonNull(artifactType);
            annotations = Map.copyOf(annotations);
        }
    }

    /// Several images, usually one a platform.
    record Index(RawManifest raw, List<Descriptor> manifests, Map<String, String> annotations) implements Manifest {
        public Index {
            requireNonNull(raw);
            manifests = List.copyOf(manifests);
            annotations = Map.copyOf(annotations);
        }
    }

    default Digest digest() {
        return raw().digest();
    }
}
