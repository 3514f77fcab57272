package dev.truename.names.workload;

import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/// A Kubernetes object, or what is part of one.
///
/// @param group the API group; empty for the oldest
/// @param title kind and name, as they are shown
record Resource(String group, String kind, String title) {
    private static final String LIST = "List";

    /// The object that a mapping is; null if it is none.
    static @Nullable Resource of(YamlMapping mapping, String source) {
        @Nullable String version = mapping.text("apiVersion");
        @Nullable String kind = mapping.text("kind");
        if (version == null || kind == null) {
            return null;
        }
        int slash = version.indexOf('/');
        return new Resource(slash < 0 ? "" : version.substring(0, slash), kind, title(mapping, kind) + source);
    }

    private static String title(YamlMapping mapping, String kind) {
        @Nullable String name = name(mapping.find("metadata"));
        return Gathered.shown(name == null ? kind : kind + " " + name);
    }

    private static @Nullable String name(@Nullable YamlNode metadata) {
        if (!(metadata instanceof YamlMapping mapping)) {
            return null;
        }
        @Nullable String name = mapping.text("name");
        return name == null ? mapping.text("generateName") : name;
    }

    /// Whether nobody but its author knows what its fields mean.
    boolean isCustom() {
        return group.indexOf('.') > 0
                && !group.endsWith(".k8s.io")
                && !group.endsWith("openshift.io")
                && !group.startsWith("kustomize.");
    }

    /// An item of this, a list of one kind, that does not say its own: `PodList` has pods.
    Resource item(YamlMapping item) {
        boolean typed = kind.endsWith(LIST) && kind.length() > LIST.length();
        String singular = typed ? kind.substring(0, kind.length() - LIST.length()) : kind;
        return new Resource(group, singular, title(item, singular));
    }
}
