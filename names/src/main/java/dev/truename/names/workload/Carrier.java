package dev.truename.names.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A field whose value, or whose items, have an `image`: what is known for sure of Kubernetes and what runs on it.
///
/// @param group the API group that it is sure in; empty for all, since whoever has such a field means a pod's
/// @param noun what an item is called
record Carrier(String group, String key, String noun) {
    private static final List<Carrier> ALL = List.of(
            new Carrier("", "containers", "container"),
            new Carrier("", "initContainers", "init container"),
            new Carrier("", "ephemeralContainers", "ephemeral container"),
            new Carrier("tekton.dev", "steps", "step"),
            new Carrier("tekton.dev", "sidecars", "sidecar"),
            new Carrier("tekton.dev", "stepTemplate", "step template"),
            new Carrier("argoproj.io", "container", "container"),
            new Carrier("argoproj.io", "script", "script"),
            new Carrier("argoproj.io", "sidecars", "sidecar"),
            new Carrier("kubevirt.io", "containerDisk", "container disk"),
            new Carrier("kubevirt.io", "container", "kernel boot container"),
            new Carrier("operators.coreos.com", "relatedImages", "related image"));

    /// Kinds whose `spec` itself has an image.
    private static final List<String> SPECS = List.of("operators.coreos.com/CatalogSource", "tekton.dev/StepAction");

    private static final Map<String, List<Carrier>> BY_KEY = byKey();

    private static Map<String, List<Carrier>> byKey() {
        Map<String, List<Carrier>> map = new HashMap<>();
        for (Carrier carrier : ALL) {
            map.computeIfAbsent(carrier.key, key -> new ArrayList<>()).add(carrier);
        }
        return map;
    }

    /// What a field of an API group is known to carry; empty if it is not.
    static String noun(String group, String key) {
        for (Carrier carrier : BY_KEY.getOrDefault(key, List.of())) {
            if (carrier.group.isEmpty() || carrier.group.equals(group)) {
                return carrier.noun;
            }
        }
        return "";
    }

    static boolean isSpec(String group, String kind) {
        return SPECS.contains(group + "/" + kind);
    }
}
