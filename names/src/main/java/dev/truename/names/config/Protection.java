package dev.truename.names.config;

import dev.truename.names.toml.Toml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds names and registries against the layers below, while files are put over each other. What it refuses is a
/// warning and no error: a user's file must not stop pulls.
final class Protection {
    /// More refusals are not told one by one.
    private static final int MOST_TOLD = 1000;

    private final FileLayers layers;
    private final Findings findings;
    private final Map<String, Held> names = new HashMap<>();
    private int told;

    Protection(FileLayers layers, Findings findings) {
        this.layers = layers;
        this.findings = findings;
    }

    /// A name while it is held.
    private static final class Held {
        private AliasDefinition definition;
        private Owner by;
        private Origin policy;
        private final List<AliasDefinition> refused = new ArrayList<>();

        Held(AliasDefinition definition, Owner by, Origin policy) {
            this.definition = definition;
            this.by = by;
            this.policy = policy;
        }
    }

    /// Whether nothing that this file defines need be looked at.
    boolean isIdle(FileLayers.Membership file) {
        return names.isEmpty() && !file.protectsNames();
    }

    /// Whether a layer above holds the name, so that this definition does not count.
    boolean isHeld(AliasDefinition definition, FileLayers.Membership file) {
        @Nullable Held held = names.get(definition.key());
        return held != null && held.by.isAbove(file.owner());
    }

    /// Takes note of a definition that does not count.
    ///
    /// @return false if it says the same as the one that does
    boolean refuses(AliasDefinition definition) {
        @Nullable Held held = names.get(definition.key());
        if (held == null || held.definition.target().equals(definition.target())) {
            return false;
        }
        held.refused.add(definition);
        tell(
                Rule.PROTECTED_NAME,
                definition.origin(),
                Toml.shown(definition.key()) + " " + meaning(definition) + " here, but " + held.by.word()
                        + " protects it and it " + meaning(held.definition) + " (" + held.definition.origin() + "; "
                        + held.policy + ")",
                "remove the line; it does not count");
        return true;
    }

    private static String meaning(AliasDefinition definition) {
        return definition.target().map(target -> "means " + target).orElse("has no alias");
    }

    /// Holds the name from now on, if the file's layer protects it or it was held before.
    void counts(AliasDefinition definition, FileLayers.Membership file) {
        @Nullable Held held = names.get(definition.key());
        @Nullable Origin policy = file.protection(definition.key());
        if (held == null) {
            if (policy != null) {
                names.put(definition.key(), new Held(definition, file.owner(), policy));
            }
            return;
        }
        held.definition = definition;
        if (policy != null) {
            held.by = file.owner();
            held.policy = policy;
        }
    }

    /// Whether a table does not count, for it redirects what a layer above holds. To block it is open to everybody.
    boolean refuses(RegistryEntry entry, FileLayers.Membership file) {
        if (entry.blocked().value() && entry.mirrors().isEmpty()) {
            return false;
        }
        for (Policy.Layer layer : layers.policy().layers()) {
            for (Sourced<String> registry : layer.registries()) {
                if (layer.owner().isAbove(file.owner()) && concerns(entry.prefix(), registry.value())) {
                    tell(
                            Rule.PROTECTED_REGISTRY,
                            entry.origin(),
                            "the table says where " + Toml.shown(entry.prefix()) + " is pulled from, but "
                                    + layer.owner().word() + " protects " + registry.value() + " ("
                                    + registry.origin() + ")",
                            "remove the table; it does not count");
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether names in this registry may match the prefix; they may where it leaves the port open, too.
    private static boolean concerns(String prefix, String host) {
        int colon = host.lastIndexOf(':');
        String name = colon < 0 || host.indexOf(']', colon) >= 0 ? host : host.substring(0, colon);
        return prefix.startsWith("*.")
                ? name.endsWith(prefix.substring(1))
                : prefix.equals(host) || prefix.equals(name) || prefix.startsWith(host + "/");
    }

    private void tell(Rule rule, Origin origin, String message, String fix) {
        told++;
        if (told <= MOST_TOLD) {
            findings.add(rule, origin.file(), origin.line(), message, fix);
        } else if (told == MOST_TOLD + 1) {
            findings.add(rule, origin.file(), origin.line(), "there are more of these from here on", fix);
        }
    }

    Map<String, ProtectedName> names() {
        Map<String, ProtectedName> all = HashMap.newHashMap(names.size());
        for (Held held : names.values()) {
            all.put(held.definition.key(), new ProtectedName(held.definition, held.by, held.policy, held.refused));
        }
        return all;
    }
}
