package dev.truename.names.workload;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a file is written. What a YAML file is (manifest, compose file, Helm values) each of its documents tells.
public enum Format {
    /// YAML and JSON: manifests, compose files, Helm's values and what it renders.
    YAML("yaml"),
    /// Containerfile, also known as Dockerfile.
    CONTAINERFILE("containerfile"),
    /// Units of podman's systemd generator: `.container`, `.image`, `.volume`.
    QUADLET("quadlet"),
    /// One name a line.
    LIST("list");

    private static final List<String> SECTIONS =
            List.of("[unit]", "[container]", "[image]", "[volume]", "[service]", "[install]", "[pod]", "[quadlet]");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /// What a user writes to choose it.
    public String word() {
        return word;
    }

    /// The format of a word; empty if it is none.
    public static Optional<Format> of(String word) {
        return List.of(values()).stream()
                .filter(format -> format.word.equals(word))
                .findFirst();
    }

    /// The format that files of this name have by custom; empty if there is none.
    ///
    /// @param folder the name of the folder that the file is in; empty if that is not known
    static Optional<Format> ofName(String folder, String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
            return Optional.of(YAML);
        }
        if (isContainerfile(name)) {
            return Optional.of(CONTAINERFILE);
        }
        boolean dropIn = name.endsWith(".conf")
                && (folder.endsWith(".container.d") || folder.endsWith(".image.d") || folder.endsWith(".volume.d"));
        if (name.endsWith(".container") || name.endsWith(".image") || name.endsWith(".volume") || dropIn) {
            return Optional.of(QUADLET);
        }
        return isList(name) ? Optional.of(LIST) : Optional.empty();
    }

    private static boolean isContainerfile(String name) {
        for (String word : List.of("dockerfile", "containerfile")) {
            if (name.equals(word) || name.startsWith(word + ".") || name.endsWith("." + word)) {
                return !name.endsWith(".dockerignore");
            }
        }
        return false;
    }

    private static boolean isList(String name) {
        return name.equals("images")
                || name.endsWith("images.txt")
                || name.endsWith("images.list")
                || name.endsWith("images.lst");
    }

    /// The format that a text seems to have, by its first lines that say something. Without such lines it is a list of
    /// nothing.
    static Format ofContent(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(";")) {
                return ofLine(line);
            }
            start = end + 1;
        }
        return LIST;
    }

    private static Format ofLine(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        if (SECTIONS.contains(lower)) {
            return QUADLET;
        }
        if (lower.startsWith("from ") || lower.startsWith("from\t") || lower.startsWith("arg ")) {
            return CONTAINERFILE;
        }
        boolean yaml = line.startsWith("---")
                || line.startsWith("%")
                || line.startsWith("{")
                || line.startsWith("[")
                || line.startsWith("- ")
                || line.endsWith(":")
                || line.contains(": ");
        return yaml ? YAML : LIST;
    }
}
