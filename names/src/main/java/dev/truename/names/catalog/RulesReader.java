package dev.truename.names.catalog;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a file of rules.
final class RulesReader {
    private static final String VERSION = "version";
    private static final String NAMESPACES = "namespaces";
    private static final List<String> NAMESPACE_KEYS = List.of("product", "lifecycle", "profiles");
    private static final List<String> TARGET_KEYS = List.of("target", "reason");

    private final Path file;
    private final Mistakes mistakes;

    RulesReader(Path file) {
        this.file = file;
        this.mistakes = new Mistakes(file);
    }

    CatalogueRules read(byte[] text) throws ConfigurationException {
        Section top = new Section(mistakes.document(text), mistakes, topKeys());
        String version = top.text(VERSION);
        Map<RuleSection, SortedMap<String, RuleLine>> lines = new EnumMap<>(RuleSection.class);
        for (RuleSection section : RuleSection.values()) {
            lines.put(section, lines(section, top));
        }
        SortedMap<String, Namespace> namespaces = new TreeMap<>();
        for (TomlEntry entry : top.entries(NAMESPACES)) {
            @Nullable Namespace namespace = namespace(entry, lines);
            if (namespace != null) {
                namespaces.put(namespace.name(), namespace);
            }
        }
        mistakes.throwAny();
        return new CatalogueRules(file, Sha256.of(text), version, namespaces, lines);
    }

    private static List<String> topKeys() {
        List<String> keys = new ArrayList<>(List.of(VERSION, NAMESPACES));
        for (RuleSection section : RuleSection.values()) {
            keys.add(section.title());
        }
        return keys;
    }

    private SortedMap<String, RuleLine> lines(RuleSection section, Section top) {
        SortedMap<String, RuleLine> lines = new TreeMap<>();
        for (TomlEntry entry : top.entries(section.title())) {
            checkKey(section, entry);
            RuleLine line = section.withTarget() ? withTarget(entry) : withoutTarget(entry);
            lines.put(entry.key(), line);
        }
        return lines;
    }

    private RuleLine withoutTarget(TomlEntry entry) {
        String reason = Section.text(entry, mistakes);
        return new RuleLine(entry.key(), Optional.empty(), reason, mistakes.origin(entry.line()));
    }

    private RuleLine withTarget(TomlEntry entry) {
        @Nullable Section fields = Section.of(entry, mistakes, TARGET_KEYS);
        String reason = "";
        @Nullable Repository target = null;
        if (fields != null) {
            reason = fields.text("reason");
            target = Section.repository(fields.text("target"), fields.line("target"), mistakes);
        }
        return new RuleLine(entry.key(), Optional.ofNullable(target), reason, mistakes.origin(entry.line()));
    }

    private void checkKey(RuleSection section, TomlEntry entry) {
        String key = entry.key();
        boolean valid = switch (section) {
            case HOSTS -> Repository.isRegistry(key);
            case PROFILES -> isName(key) && !key.equals(Catalogue.OFFICIAL);
            case REFUSED_NAMESPACES -> isNamespace(key);
            case END_OF_LIFE, REFUSED_KEYS -> isName(key.endsWith("/") ? key + "x" : key);
            case METADATA -> isName(key.startsWith("*") ? "x" + key.substring(1) : key);
            case RENAMES, DECISIONS -> isName(key);
        };
        if (!valid) {
            mistakes.value(
                    entry.line(),
                    Toml.shown(key) + " is no key of [" + section.title() + "]",
                    "write it as the lines around it");
        }
    }

    static boolean isName(String text) {
        try {
            ShortName.parseKey(text);
            return true;
        } catch (InvalidReferenceException e) {
            return false;
        }
    }

    private static boolean isNamespace(String text) {
        return text.equals(Namespace.ROOT) || (text.indexOf('/') < 0 && isName(text + "/x"));
    }

    private @Nullable Namespace namespace(TomlEntry entry, Map<RuleSection, SortedMap<String, RuleLine>> lines) {
        if (!isNamespace(entry.key())) {
            mistakes.value(entry.line(), Toml.shown(entry.key()) + " is no namespace", "write one component, or \"/\"");
        }
        @Nullable Section fields = Section.of(entry, mistakes, NAMESPACE_KEYS);
        if (fields == null) {
            return null;
        }
        Lifecycle lifecycle = lifecycle(fields, mistakes);
        SortedSet<String> profiles = new TreeSet<>();
        for (TomlValue.Text profile : fields.texts("profiles")) {
            profiles.add(profile.value());
            @Nullable SortedMap<String, RuleLine> known = lines.get(RuleSection.PROFILES);
            if (known == null || !known.containsKey(profile.value())) {
                mistakes.value(
                        profile.line(),
                        Toml.shown(profile.value()) + " is no profile",
                        "add it to [profiles], or write one that is there");
            }
        }
        return new Namespace(entry.key(), fields.text("product"), lifecycle, profiles, mistakes.origin(entry.line()));
    }

    static Lifecycle lifecycle(Section fields, Mistakes mistakes) {
        Optional<Lifecycle> lifecycle = Lifecycle.ofWord(fields.text("lifecycle"));
        if (lifecycle.isEmpty() && fields.has("lifecycle")) {
            mistakes.value(
                    fields.line("lifecycle"), "there is no such lifecycle", "write current, superseded or ended");
        }
        return lifecycle.orElse(Lifecycle.CURRENT);
    }
}
