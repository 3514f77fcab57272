package dev.truename.names.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.names.reference.Repository;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The alias file's text. One line is changed where that can be done, so that comments stay; else all is written anew.
final class AliasFileText {
    private static final String HEADER = "[aliases]";

    private AliasFileText() {}

    /// The text with one line changed, added or removed. It is right only if it [#says(String,Map)] what is wanted,
    /// which an unusual notation can thwart.
    ///
    /// @param target null to remove the alias
    static Optional<String> edit(String text, List<AliasDefinition> before, String name, @Nullable String target) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        @Nullable String line = target == null ? null : line(name, target);
        for (AliasDefinition alias : before) {
            if (alias.key().equals(name)) {
                return replaced(lines, alias.origin().line() - 1, line);
            }
        }
        if (line == null) {
            return Optional.empty();
        }
        int last = before.isEmpty() ? header(lines) : before.getLast().origin().line() - 1;
        if (last < 0) {
            return Optional.empty();
        }
        lines.add(last + 1, line);
        return Optional.of(joined(lines));
    }

    private static Optional<String> replaced(List<String> lines, int index, @Nullable String line) {
        if (line == null) {
            lines.remove(index);
        } else {
            lines.set(index, line);
        }
        return Optional.of(joined(lines));
    }

    private static int header(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(HEADER)) {
                return i;
            }
        }
        return -1;
    }

    private static String joined(List<String> lines) {
        String text = String.join("\n", lines);
        return text.endsWith("\n") ? text : text + "\n";
    }

    private static String line(String name, String target) {
        return Toml.quoted(name) + " = " + Toml.quoted(target);
    }

    /// Whether the text is an alias file that means exactly this.
    static boolean says(String text, Map<String, String> wanted) {
        Findings findings = new Findings();
        List<AliasDefinition> aliases =
                AliasFileReader.read(Path.of("edited"), Toml.read(text.getBytes(UTF_8)), findings);
        Map<String, String> said = new HashMap<>();
        for (AliasDefinition alias : aliases) {
            said.put(alias.key(), alias.target().map(Repository::toString).orElse(""));
        }
        return !findings.hasErrors() && said.equals(wanted);
    }

    static String written(Map<String, String> aliases) {
        StringBuilder out = new StringBuilder("# Written by truename: see truename alias.\n" + HEADER + "\n");
        aliases.forEach((name, target) -> out.append(line(name, target)).append('\n'));
        return out.toString();
    }
}
