package dev.truename.names.config;

import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one registries.conf or drop-in.
final class RegistriesFileReader {
    /// What to do with version 1 of the format.
    enum V1 {
        REFUSED,
        REFUSED_IN_DROP_IN,
        CONVERTED
    }

    private final Findings findings;

    RegistriesFileReader(Findings findings) {
        this.findings = findings;
    }

    RegistriesFile read(Path file, Toml.Result toml, V1 v1) {
        Report report = new Report(findings, file, toml.errors().isEmpty());
        syntax(toml, report);
        Fields fields = new Fields(toml.root(), Keys.TOP, report);
        @Nullable TomlEntry old = fields.get("registries");
        if (old != null) {
            @Nullable V1Lists lists = V1Lists.read(old, report);
            if (lists != null) {
                return version1(lists, fields, v1, report);
            }
        }
        return version2(fields, report);
    }

    static void syntax(Toml.Result toml, Report report) {
        for (Toml.Mistake mistake : toml.errors()) {
            report.add(
                    mistake.duplicate() ? Rule.DUPLICATE_KEY : Rule.SYNTAX,
                    mistake.line(),
                    "column " + mistake.column() + ": " + mistake.message(),
                    mistake.duplicate() ? "remove one of the two" : "correct the line");
        }
    }

    private RegistriesFile version1(V1Lists lists, Fields fields, V1 v1, Report report) {
        switch (v1) {
            case REFUSED ->
                report.add(
                        Rule.V1_FORMAT,
                        lists.line(),
                        "the file is in version 1 of the format, which is no longer read",
                        "truename config convert " + report.file());
            case REFUSED_IN_DROP_IN ->
                report.add(
                        Rule.V1_IN_DROP_IN,
                        lists.line(),
                        "a drop-in cannot be in version 1 of the format",
                        "truename config convert " + report.file());
            case CONVERTED -> lists.rejectMixture(fields, report);
        }
        List<RegistryEntry> entries = v1 == V1.CONVERTED ? lists.entries(report) : List.of();
        return new RegistriesFile(report.file(), true, null, lists.search(), null, entries, List.of());
    }

    private RegistriesFile version2(Fields fields, Report report) {
        List<RegistryEntry> entries = new RegistryTables(report).read(fields.tables("registry", "[[registry]]"));
        @Nullable TomlEntry helper = fields.get("additional-layer-store-auth-helper");
        if (helper != null) {
            fields.text(helper.key());
        }
        return new RegistriesFile(
                report.file(),
                false,
                mode(fields, report),
                search(fields, report),
                helpers(fields, report),
                new RegistryConflicts(report).resolve(entries),
                new AliasTable(report).read(fields.get("aliases")));
    }

    private static @Nullable SearchRegistries search(Fields fields, Report report) {
        @Nullable TomlEntry entry = fields.get("unqualified-search-registries");
        @Nullable List<TomlValue.Text> texts = fields.texts("unqualified-search-registries");
        return entry == null || texts == null ? null : new SearchList(report).read(texts, entry.line());
    }

    private static @Nullable Sourced<ShortNameMode> mode(Fields fields, Report report) {
        TomlValue.@Nullable Text text = fields.text("short-name-mode");
        if (text == null || text.value().isEmpty()) {
            return null;
        }
        Optional<ShortNameMode> mode = ShortNameMode.ofWord(text.value());
        if (mode.isEmpty()) {
            report.add(
                    Rule.MODE,
                    text.line(),
                    "there is no short-name mode " + Toml.shown(text.value()),
                    "write permissive, enforcing or disabled");
            return null;
        }
        return new Sourced<>(mode.get(), report.origin(text.line()));
    }

    private static @Nullable List<Sourced<String>> helpers(Fields fields, Report report) {
        @Nullable List<TomlValue.Text> texts = fields.texts("credential-helpers");
        if (texts == null) {
            return null;
        }
        List<Sourced<String>> helpers = new ArrayList<>();
        for (TomlValue.Text text : texts) {
            helpers.add(new Sourced<>(text.value(), report.origin(text.line())));
        }
        return helpers;
    }
}
