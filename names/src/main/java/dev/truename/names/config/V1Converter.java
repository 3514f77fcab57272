package dev.truename.names.config;

import dev.truename.names.config.ConfigurationFiles.Absence;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rewrites a registries.conf of version 1 in version 2.
public final class V1Converter {
    private V1Converter() {}

    /// The text of a file that means in version 2 what this one means in version 1. Comments are not kept. Nothing is
    /// written.
    ///
    /// @throws ConfigurationException if the file is missing, has mistakes, or is not in version 1
    public static String convert(Path file) throws ConfigurationException {
        Findings findings = new Findings();
        Toml.@Nullable Result toml =
                new ConfigurationFiles(findings).read(file, Absence.ERROR).content();
        String text = toml == null ? "" : convert(file, toml, findings);
        findings.throwErrors();
        return text;
    }

    private static String convert(Path file, Toml.Result toml, Findings findings) {
        Report report = new Report(findings, file, toml.errors().isEmpty());
        RegistriesFileReader.syntax(toml, report);
        Fields fields = new Fields(toml.root(), Keys.TOP, report);
        @Nullable TomlEntry registries = fields.get("registries");
        @Nullable V1Lists lists = registries == null ? null : V1Lists.read(registries, report);
        if (lists == null) {
            report.addMissing(
                    Rule.V1_ABSENT, 0, "the file is not in version 1 of the format", "there is nothing to convert");
            return "";
        }
        lists.rejectMixture(fields, report);
        return text(lists, report);
    }

    private static String text(V1Lists lists, Report report) {
        StringBuilder out = new StringBuilder("# Converted from version 1 of the format by truename.\n");
        if (lists.search() != null) {
            appendSearch(out, lists.search().registries());
        }
        for (RegistryEntry entry : lists.entries(report)) {
            out.append("\n[[registry]]\nlocation = ")
                    .append(Toml.quoted(entry.location()))
                    .append('\n');
            appendFlag(out, "blocked", entry.blocked());
            appendFlag(out, "insecure", entry.insecure());
        }
        return out.toString();
    }

    private static void appendSearch(StringBuilder out, List<Sourced<String>> registries) {
        out.append("unqualified-search-registries = [");
        for (int i = 0; i < registries.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(Toml.quoted(registries.get(i).value()));
        }
        out.append("]\n");
    }

    private static void appendFlag(StringBuilder out, String key, Sourced<Boolean> flag) {
        if (flag.value()) {
            out.append(key).append(" = true\n");
        }
    }
}
