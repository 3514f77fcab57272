package dev.truename.names.config;

import dev.truename.names.config.Mirror.PullFrom;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlTable;
import dev.truename.names.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the `[[registry]]` tables of one file, and checks each for itself.
final class RegistryTables {
    private final Report report;

    RegistryTables(Report report) {
        this.report = report;
    }

    List<RegistryEntry> read(List<TomlTable> tables) {
        List<RegistryEntry> entries = new ArrayList<>();
        for (TomlTable table : tables) {
            @Nullable RegistryEntry entry = entry(table);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private @Nullable RegistryEntry entry(TomlTable table) {
        Fields fields = new Fields(table, Keys.REGISTRY, report);
        rejectPullFromMirror(fields);
        Sourced<Boolean> insecure = fields.flag("insecure", table.line());
        Sourced<Boolean> blocked = fields.flag("blocked", table.line());
        @Nullable Place location = place(fields, "location", table);
        @Nullable Place prefix = prefix(fields, location, table);
        List<Mirror> mirrors = mirrors(fields, prefix, table);
        if (location == null || prefix == null || !check(prefix, location, blocked.value(), table)) {
            return null;
        }
        return new RegistryEntry(
                prefix.text(), location.text(), insecure, blocked, mirrors, report.origin(table.line()), List.of());
    }

    private void rejectPullFromMirror(Fields fields) {
        @Nullable TomlEntry entry = fields.get("pull-from-mirror");
        if (entry != null) {
            report.add(
                    Rule.PULL_FROM_MIRROR,
                    entry.line(),
                    "pull-from-mirror stands outside a mirror",
                    "move it into a [[registry.mirror]] table");
        }
    }

    /// The place of a key: empty if it is absent; null, and reported, if it is wrong.
    private @Nullable Place place(Fields fields, String key, TomlTable table) {
        if (fields.get(key) == null) {
            return new Place("", table.line());
        }
        TomlValue.@Nullable Text text = fields.text(key);
        return text == null ? null : Place.of(text, report);
    }

    private @Nullable Place prefix(Fields fields, @Nullable Place location, TomlTable table) {
        @Nullable Place prefix = place(fields, "prefix", table);
        return prefix != null && prefix.isEmpty() ? location : prefix;
    }

    private boolean check(Place prefix, Place location, boolean blocked, TomlTable table) {
        if (prefix.isEmpty()) {
            report.addMissing(Rule.LOCATION_MISSING, table.line(), "the registry has no location", "add a location");
            return false;
        }
        if (prefix.isWildcard()) {
            return checkWildcard(prefix, location);
        }
        if (location.isEmpty()) {
            report.addMissing(
                    Rule.LOCATION_MISSING,
                    table.line(),
                    "the registry with the prefix " + Toml.shown(prefix.text()) + " has no location",
                    "add a location; only a prefix that starts with \"*.\" may do without");
            return false;
        }
        return checkPlain(prefix, location, blocked);
    }

    private boolean checkWildcard(Place prefix, Place location) {
        if (!prefix.isValidWildcard()) {
            report.add(
                    Rule.WILDCARD_PREFIX,
                    prefix.line(),
                    Toml.shown(prefix.text()) + " is not \"*.\" and a host name",
                    "write it as *.example.com, without port and path");
            return false;
        }
        if (location.isWildcard()) {
            report.add(
                    Rule.REWRITE,
                    location.line(),
                    Toml.shown(location.text()) + " is no place to pull from",
                    "give it as the prefix, and no location");
            return false;
        }
        return location.isEmpty() || (checkRewrite(prefix, location) && warnOfWildcardRewrite(prefix, location));
    }

    private boolean warnOfWildcardRewrite(Place prefix, Place location) {
        report.add(
                Rule.WILDCARD_REWRITE,
                location.line(),
                "all hosts of " + prefix.text() + " become " + Toml.shown(location.text())
                        + ": their sub-domains get lost",
                "write one [[registry]] for each host, or no location");
        return true;
    }

    private boolean checkPlain(Place prefix, Place location, boolean blocked) {
        boolean defaulted = prefix.equals(location);
        if (!defaulted && !prefix.canMatch()) {
            report.add(
                    Rule.PREFIX_NEVER_MATCHES,
                    prefix.line(),
                    "no image name starts with " + Toml.shown(prefix.text())
                            + (blocked ? ", so this blocks nothing" : ""),
                    "write host[:port][/path] as in a full image name, in lower case and without a tag");
            return true;
        }
        return checkRewrite(prefix, location);
    }

    private boolean checkRewrite(Place prefix, Place location) {
        boolean fits = prefix.canBecome(location);
        if (!fits) {
            report.add(
                    Rule.REWRITE,
                    location.line(),
                    "names below " + Toml.shown(location.text()) + " are no image names",
                    "write host[:port][/path], the host with a dot or a port, the path in lower case, no tag");
        }
        return fits;
    }

    private List<Mirror> mirrors(Fields fields, @Nullable Place prefix, TomlTable table) {
        Sourced<Boolean> byDigestOnly = fields.flag("mirror-by-digest-only", table.line());
        List<Mirror> mirrors = new ArrayList<>();
        for (TomlTable mirrorTable : fields.tables("mirror", "[[registry.mirror]]")) {
            @Nullable Mirror mirror = mirror(mirrorTable, prefix, byDigestOnly);
            if (mirror != null) {
                mirrors.add(mirror);
            }
        }
        return mirrors;
    }

    private @Nullable Mirror mirror(TomlTable table, @Nullable Place prefix, Sourced<Boolean> byDigestOnly) {
        Fields fields = new Fields(table, Keys.MIRROR, report);
        Sourced<Boolean> insecure = fields.flag("insecure", table.line());
        @Nullable PullFrom pullFrom = pullFrom(fields, byDigestOnly);
        @Nullable Place location = place(fields, "location", table);
        if (location == null || pullFrom == null) {
            return null;
        }
        if (location.isEmpty()) {
            report.addMissing(Rule.LOCATION_MISSING, table.line(), "the mirror has no location", "add a location");
            return null;
        }
        if (prefix == null || prefix.isEmpty() || !checkRewrite(prefix, location)) {
            return null;
        }
        if (prefix.isWildcard()) {
            warnOfWildcardRewrite(prefix, location);
        }
        return new Mirror(location.text(), insecure.value(), pullFrom, report.origin(table.line()));
    }

    private @Nullable PullFrom pullFrom(Fields fields, Sourced<Boolean> byDigestOnly) {
        TomlValue.@Nullable Text text = fields.text("pull-from-mirror");
        PullFrom fallback = byDigestOnly.value() ? PullFrom.DIGEST_ONLY : PullFrom.ALL;
        if (text == null || text.value().isEmpty()) {
            return fallback;
        }
        if (byDigestOnly.value()) {
            report.add(
                    Rule.PULL_FROM_MIRROR,
                    text.line(),
                    "pull-from-mirror stands beside mirror-by-digest-only (line "
                            + byDigestOnly.origin().line() + ")",
                    "keep one of the two");
            return null;
        }
        for (PullFrom candidate : PullFrom.values()) {
            if (candidate.word().equals(text.value())) {
                return candidate;
            }
        }
        report.add(
                Rule.PULL_FROM_MIRROR,
                text.line(),
                "pull-from-mirror is " + Toml.shown(text.value()),
                "write all, digest-only or tag-only");
        return null;
    }
}
