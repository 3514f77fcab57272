package dev.truename.names.workload;

import dev.truename.names.yaml.YamlNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// What a walk has seen. A node that aliases put into many places is read once for each role that it can have, so that
/// a walk takes linear time, whatever refers to what.
final class Seen<R extends Enum<R>> {
    private final Map<R, Set<YamlNode>> byRole;

    Seen(Class<R> roles) {
        this.byRole = new EnumMap<>(roles);
    }

    /// Whether this is the first time.
    boolean add(YamlNode node, R role) {
        return byRole.computeIfAbsent(role, any -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(node);
    }
}
