package dev.truename.names.config;

import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlTable;
import dev.truename.names.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `[aliases]`. Every bad entry is reported; no guess is made at what it was to mean.
final class AliasTable {
    private final Report report;

    AliasTable(Report report) {
        this.report = report;
    }

    /// @param entry `aliases`, or null if the file has none
    List<AliasDefinition> read(@Nullable TomlEntry entry) {
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof TomlTable table)) {
            report.wrongType(entry, "the header [aliases], and one \"name\" = \"registry/repository\" a line below it");
            return List.of();
        }
        List<AliasDefinition> aliases = new ArrayList<>(table.entries().size());
        for (TomlEntry alias : table.entries()) {
            @Nullable AliasDefinition definition = definition(alias);
            if (definition != null) {
                aliases.add(definition);
            }
        }
        return aliases;
    }

    private @Nullable AliasDefinition definition(TomlEntry alias) {
        if (!(alias.value() instanceof TomlValue.Text text)) {
            report.wrongType(alias, typeFix(alias));
            return null;
        }
        boolean named = checkName(alias);
        if (text.value().isEmpty()) {
            return named ? definition(alias, Optional.empty()) : null;
        }
        @Nullable Repository target = target(alias, text);
        return named && target != null ? definition(alias, Optional.of(target)) : null;
    }

    private AliasDefinition definition(TomlEntry alias, Optional<Repository> target) {
        return new AliasDefinition(alias.key(), target, report.origin(alias.line()));
    }

    private static String typeFix(TomlEntry alias) {
        if (Keys.TOP.contains(alias.key())) {
            return "nothing else than aliases below [aliases]: move it above the first table";
        }
        return alias.value() instanceof TomlTable ? "quotes around the whole name" : "a repository in quotes";
    }

    private boolean checkName(TomlEntry alias) {
        try {
            ShortName.parseKey(alias.key());
            return true;
        } catch (InvalidReferenceException e) {
            report.add(
                    Rule.ALIAS_NAME,
                    alias.line(),
                    Toml.shown(alias.key()) + " is no short name: " + e.reason(),
                    "write the name alone, without registry, tag and digest");
            return false;
        }
    }

    private @Nullable Repository target(TomlEntry alias, TomlValue.Text text) {
        try {
            return Repository.parse(text.value());
        } catch (InvalidReferenceException e) {
            report.add(
                    Rule.ALIAS_TARGET,
                    text.line(),
                    "the alias of " + Toml.shown(alias.key()) + ", " + Toml.shown(text.value()) + ", is no repository: "
                            + e.reason(),
                    Keys.TOP.contains(alias.key())
                            ? "move it above the first table"
                            : "write registry/repository, without tag and digest");
            return null;
        }
    }
}
