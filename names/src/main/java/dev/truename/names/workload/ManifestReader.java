package dev.truename.names.workload;

import dev.truename.names.yaml.YamlEntry;
import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlNode;
import dev.truename.names.yaml.YamlScalar;
import dev.truename.names.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a Kubernetes object: what is known to be an image wherever it stands, so that a kind with a pod inside needs
/// no rule of its own; in custom resources what looks like one, as a guess.
final class ManifestReader {
    /// What a mapping is.
    private enum Role {
        OTHER,
        /// Has an `image`.
        CARRIER,
        /// A pod's volume.
        VOLUME,
        /// An item of a list of objects.
        ITEM
    }

    /// Parts of an object that tell what is, or speak about the object.
    private static final List<String> SKIPPED = List.of("metadata", "status");

    private static final String RELATED = "RELATED_IMAGE_";

    private final Gathered found;
    private final String source;
    private final Guesses guesses;
    private final Seen<Role> seen = new Seen<>(Role.class);
    private Lookup parameters = Lookup.NOTHING;

    /// @param source appended to what holds an image: where the object comes from; can be empty
    ManifestReader(Gathered found, String source) {
        this.found = found;
        this.source = source;
        this.guesses = new Guesses(found);
    }

    void read(YamlMapping root, Resource resource) {
        parameters = Parameters.of(found.text(), root);
        object(root, resource);
    }

    private void object(YamlMapping object, Resource resource) {
        if (!seen.add(object, Role.ITEM)) {
            return;
        }
        for (YamlEntry entry : object.entries()) {
            if (entry.key().equals("items") && entry.value() instanceof YamlSequence items) {
                items.items().forEach(item -> item(item, resource));
            } else if (entry.key().equals("spec") && Carrier.isSpec(resource.group(), resource.kind())) {
                value(entry.value(), Role.CARRIER, "", KeyPath.ROOT.at("spec"), resource);
            } else if (!SKIPPED.contains(entry.key())) {
                field(entry, KeyPath.ROOT, resource);
            }
        }
    }

    private void item(YamlNode item, Resource list) {
        if (item instanceof YamlMapping mapping) {
            @Nullable Resource own = Resource.of(mapping, source);
            object(mapping, own == null ? list.item(mapping) : own);
        }
    }

    private void field(YamlEntry entry, KeyPath path, Resource resource) {
        String noun = Carrier.noun(resource.group(), entry.key());
        Role role = !noun.isEmpty() ? Role.CARRIER : entry.key().equals("volumes") ? Role.VOLUME : Role.OTHER;
        if (entry.key().equals("from") && entry.value() instanceof YamlMapping from) {
            from(from, resource);
        }
        value(entry.value(), role, noun, path.at(entry.key()), resource);
    }

    private void value(YamlNode node, Role role, String noun, KeyPath path, Resource resource) {
        switch (node) {
            case YamlMapping mapping -> mapping(mapping, role, noun, path, resource);
            case YamlSequence sequence -> {
                if (seen.add(sequence, role)) {
                    for (int i = 0; i < sequence.items().size(); i++) {
                        value(sequence.items().get(i), role, noun, path.at(i + 1), resource);
                    }
                }
            }
            case YamlScalar scalar -> {}
        }
    }

    private void mapping(YamlMapping mapping, Role role, String noun, KeyPath path, Resource resource) {
        @Nullable Resource inner = Resource.of(mapping, source);
        if (inner != null) {
            object(mapping, inner);
            return;
        }
        if (!seen.add(mapping, role)) {
            return;
        }
        switch (role) {
            case CARRIER -> carrier(mapping, noun, path, resource);
            case VOLUME -> volume(mapping, resource);
            case OTHER, ITEM -> {
                if (resource.isCustom()) {
                    guesses.mapping(mapping, path, resource.title());
                }
            }
        }
        for (YamlEntry entry : mapping.entries()) {
            field(entry, path, resource);
        }
    }

    private void carrier(YamlMapping carrier, String noun, KeyPath path, Resource resource) {
        String holder = holder(carrier, noun, path, resource);
        if (carrier.find("image") instanceof YamlScalar image) {
            add(image, holder, false);
        }
        if (carrier.find("env") instanceof YamlSequence variables) {
            variables.items().forEach(variable -> related(variable, holder));
        }
    }

    private static String holder(YamlMapping carrier, String noun, KeyPath path, Resource resource) {
        @Nullable String name = carrier.text("name");
        if (noun.isEmpty()) {
            return resource.title() + ", " + path;
        }
        String number = path.index() == 0 ? "" : " " + path.index();
        return resource.title() + ", " + noun + (name == null ? number : " " + Gathered.shown(name));
    }

    /// Operators are told by the environment which images to run, by custom under such names.
    private void related(YamlNode variable, String holder) {
        if (!(variable instanceof YamlMapping mapping) || !(mapping.find("value") instanceof YamlScalar value)) {
            return;
        }
        @Nullable String name = mapping.text("name");
        if (name != null && name.startsWith(RELATED)) {
            add(value, holder + ", " + Gathered.shown(name), true);
        }
    }

    /// Where a build, or an image stream, gets its image from.
    private void from(YamlMapping from, Resource resource) {
        if ("DockerImage".equals(from.text("kind")) && from.find("name") instanceof YamlScalar name) {
            add(name, resource.title() + ", from", false);
        }
    }

    private void volume(YamlMapping volume, Resource resource) {
        if (volume.find("image") instanceof YamlMapping image
                && image.find("reference") instanceof YamlScalar reference) {
            @Nullable String name = volume.text("name");
            add(reference, resource.title() + ", volume" + (name == null ? "" : " " + Gathered.shown(name)), false);
        }
    }

    private void add(YamlScalar image, String holder, boolean guess) {
        found.add(ScalarText.read(found.text(), image, parameters), holder, guess);
    }
}
