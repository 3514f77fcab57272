package dev.truename.names.config;

import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlTable;
import dev.truename.names.toml.TomlValue;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a policy: `[[layer]]` tables and nothing else. What has no meaning is an error, since it may have been meant
/// to protect something.
final class PolicyReader {
    private final Report report;

    private PolicyReader(Report report) {
        this.report = report;
    }

    static Policy read(Path file, Toml.Result toml, Findings findings) {
        Report report = new Report(findings, file, toml.errors().isEmpty());
        RegistriesFileReader.syntax(toml, report);
        PolicyReader reader = new PolicyReader(report);
        List<Policy.Layer> layers = new ArrayList<>();
        for (TomlTable table : new Fields(toml.root(), Keys.POLICY, report).tables("layer", "[[layer]]")) {
            reader.addLayer(table, layers);
        }
        return new Policy(file, layers);
    }

    private void addLayer(TomlTable table, List<Policy.Layer> layers) {
        Fields fields = new Fields(table, Keys.LAYER, report);
        @Nullable Owner owner = owner(fields, table.line());
        List<FilePattern> files = files(fields);
        List<Sourced<Glob>> names = names(fields);
        List<Sourced<String>> registries = registries(fields);
        @Nullable TomlEntry protect = fields.get("protect");
        if (protect != null && fields.get("files") == null) {
            report.addMissing(
                    Rule.POLICY_FILES,
                    protect.line(),
                    "the layer protects names but has no files that define them",
                    "name its files: files = [\"/usr/share/containers/registries.conf.d/*.conf\"]");
        }
        if (owner == Owner.USER && !(names.isEmpty() && registries.isEmpty())) {
            report.add(
                    Rule.POLICY_NOTHING,
                    table.line(),
                    "there is no layer below the user's to protect anything against",
                    "remove what it protects, or give it the owner cluster");
        }
        if (owner != null) {
            layers.add(new Policy.Layer(owner, report.origin(table.line()), files, names, registries));
        }
    }

    private @Nullable Owner owner(Fields fields, int line) {
        TomlValue.@Nullable Text text = fields.text("owner");
        if (text == null) {
            if (fields.get("owner") == null) {
                reportOwner(line, "the layer has no owner");
            }
            return null;
        }
        Optional<Owner> owner = Owner.ofWord(text.value());
        if (owner.isEmpty()) {
            reportOwner(text.line(), "there is no owner " + Toml.shown(text.value()));
        }
        return owner.orElse(null);
    }

    private void reportOwner(int line, String message) {
        report.addMissing(Rule.POLICY_OWNER, line, message, "write official, cluster or user");
    }

    private List<TomlValue.Text> texts(Fields fields, String name) {
        @Nullable List<TomlValue.Text> texts = fields.texts(name);
        return texts == null ? List.of() : texts;
    }

    private List<FilePattern> files(Fields fields) {
        List<FilePattern> files = new ArrayList<>();
        for (TomlValue.Text text : texts(fields, "files")) {
            @Nullable FilePattern pattern = pattern(text.value());
            if (pattern == null) {
                report.add(
                        Rule.POLICY_FILES,
                        text.line(),
                        Toml.shown(text.value()) + " is no absolute path whose last part alone has a \"*\"",
                        "write it as /etc/containers/registries.conf.d/*.conf");
            } else {
                files.add(pattern);
            }
        }
        return files;
    }

    private static @Nullable FilePattern pattern(String text) {
        try {
            return FilePattern.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private List<Sourced<Glob>> names(Fields fields) {
        List<Sourced<Glob>> names = new ArrayList<>();
        for (TomlValue.Text text : texts(fields, "protect")) {
            if (matchesAName(text.value())) {
                names.add(new Sourced<>(new Glob(text.value()), report.origin(text.line())));
            } else {
                report.add(
                        Rule.POLICY_NAME,
                        text.line(),
                        "no short name matches " + Toml.shown(text.value()),
                        "write a short name, in which * stands for anything: ubi9, ubi*, openshift4/*, *");
            }
        }
        return names;
    }

    /// Tries what can stand for a `*` in any name: a letter, nothing, or the end of one component and the start of the
    /// next.
    private static boolean matchesAName(String pattern) {
        return isName(pattern.replace("*", "a"))
                || isName(pattern.replace("*", ""))
                || isName(pattern.replace("*", "a/a"));
    }

    private static boolean isName(String text) {
        try {
            return ShortName.parseKey(text).path().equals(text);
        } catch (InvalidReferenceException e) {
            return false;
        }
    }

    private List<Sourced<String>> registries(Fields fields) {
        List<Sourced<String>> registries = new ArrayList<>();
        for (TomlValue.Text text : texts(fields, "protect-registries")) {
            try {
                String host = new Repository(text.value(), "any").host();
                registries.add(new Sourced<>(host, report.origin(text.line())));
            } catch (InvalidReferenceException e) {
                report.add(
                        Rule.POLICY_REGISTRY,
                        text.line(),
                        Toml.shown(text.value()) + " is no registry",
                        "write host.domain or host:port");
            }
        }
        return registries;
    }
}
