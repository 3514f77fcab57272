package dev.truename.names.lookaside;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Finding;
import dev.truename.names.config.InputFile;
import dev.truename.names.config.Origin;
import dev.truename.names.config.Sourced;
import dev.truename.names.reference.Printable;
import dev.truename.names.yaml.Yaml;
import dev.truename.names.yaml.YamlEntry;
import dev.truename.names.yaml.YamlListener;
import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlNode;
import dev.truename.names.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the files of a `registries.d` into one. Keys that are not known are somebody else's, such as those about
/// writing; what is wrong in those that are known is an error, with its line.
final class LookasideReader {
    private static final String RULE = "registries-d";
    private static final String SUFFIX = ".yaml";
    private static final int MOST_FILES = 1000;
    private static final int SHOWN = 100;
    private static final char MARK = '\ufeff';

    /// The key, and what it was called before.
    private static final List<String> URL_KEYS = List.of("lookaside", "sigstore");

    private final Map<String, Sourced<String>> namespaces = new HashMap<>();

    /// Namespaces that a file has said something of, whether or not a URL.
    private final Map<String, Origin> said = new HashMap<>();

    private @Nullable Origin defaultSaid;
    private @Nullable Sourced<String> byDefault;
    private final List<Finding> errors = new ArrayList<>();

    Lookasides read(Path folder) throws ConfigurationException {
        for (Path file : files(folder)) {
            String text = new String(InputFile.read(file), UTF_8);
            new OneFile(file, text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1)).read();
        }
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
        return new Lookasides(Optional.ofNullable(byDefault), namespaces);
    }

    private static List<Path> files(Path folder) throws ConfigurationException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                if (file.toString().endsWith(SUFFIX)) {
                    files.add(file);
                }
                if (files.size() > MOST_FILES) {
                    throw new ConfigurationException(
                            List.of(error(folder, 0, "there are more than " + MOST_FILES + " files in it")));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | DirectoryIteratorException e) {
            throw new ConfigurationException(List.of(error(folder, 0, "the folder cannot be read")));
        }
        files.sort(null);
        return files;
    }

    private static Finding error(Path file, int line, String message) {
        return new Finding(
                Finding.Severity.ERROR,
                file,
                line,
                RULE,
                message,
                "see containers-registries.d(5) for what it may hold");
    }

    /// One file, of which the first document counts.
    private final class OneFile implements YamlListener {
        private final Path file;
        private final String text;
        private boolean seen;

        OneFile(Path file, String text) {
            this.file = file;
            this.text = text;
        }

        void read() {
            Yaml.read(text, this);
        }

        @Override
        public void mistake(int at, String message) {
            wrong(at, message);
        }

        @Override
        public void document(int start, YamlNode root) {
            if (seen) {
                return;
            }
            seen = true;
            @Nullable YamlMapping top = mapping(root, "the file");
            if (top == null) {
                return;
            }
            requireOnce(top);
            for (YamlEntry entry : top.entries()) {
                switch (entry.key()) {
                    case "default-docker" -> addDefault(entry);
                    case "docker" -> addNamespaces(entry.value());
                    default -> {}
                }
            }
        }

        private void addDefault(YamlEntry entry) {
            if (entry.value() instanceof YamlScalar scalar && scalar.value().isEmpty()) {
                return;
            }
            if (defaultSaid != null) {
                wrong(entry.name().start(), "\"default-docker\" stands in " + defaultSaid + " too");
                return;
            }
            defaultSaid = origin(entry.name().start());
            byDefault = url(entry.value(), "\"default-docker\"");
        }

        private void addNamespaces(YamlNode node) {
            @Nullable YamlMapping all = mapping(node, "\"docker\"");
            if (all == null) {
                return;
            }
            requireOnce(all);
            for (YamlEntry entry : all.entries()) {
                String name = "\"" + Printable.text(entry.key(), SHOWN) + "\"";
                @Nullable
                Origin before =
                        said.putIfAbsent(entry.key(), origin(entry.name().start()));
                if (before != null && !before.file().equals(file)) {
                    wrong(entry.name().start(), "the namespace " + name + " stands in " + before + " too");
                }
                @Nullable Sourced<String> url = url(entry.value(), name);
                if (url != null) {
                    namespaces.put(entry.key(), url);
                }
            }
        }

        /// What a namespace says of where to read; null if nothing.
        private @Nullable Sourced<String> url(YamlNode node, String what) {
            @Nullable YamlMapping keys = mapping(node, what);
            if (keys == null) {
                return null;
            }
            requireOnce(keys);
            for (String key : URL_KEYS) {
                @Nullable YamlNode value = keys.find(key);
                if (value instanceof YamlScalar scalar) {
                    if (!isNothing(scalar)) {
                        return new Sourced<>(scalar.value(), origin(scalar.start()));
                    }
                } else if (value != null) {
                    wrong(value.start(), "\"" + key + "\" of " + what + " is not a URL");
                }
            }
            return null;
        }

        /// The mapping; null if it is left empty, or something else, which is told.
        private @Nullable YamlMapping mapping(YamlNode node, String what) {
            if (node instanceof YamlMapping mapping) {
                return mapping;
            }
            if (!(node instanceof YamlScalar scalar) || !isNothing(scalar)) {
                wrong(node.start(), what + " does not hold keys with values");
            }
            return null;
        }

        private void requireOnce(YamlMapping mapping) {
            Map<String, YamlEntry> first = new HashMap<>();
            for (YamlEntry entry : mapping.entries()) {
                if (first.put(entry.key(), entry) != null) {
                    wrong(entry.name().start(), "the key \"" + Printable.text(entry.key(), SHOWN) + "\" stands twice");
                }
            }
        }

        private static boolean isNothing(YamlScalar scalar) {
            String value = scalar.value();
            return value.isEmpty()
                    || (scalar.style() == YamlScalar.Style.PLAIN
                            && (value.equals("~") || value.equalsIgnoreCase("null")));
        }

        private Origin origin(int at) {
            return new Origin(file, line(at));
        }

        private int line(int at) {
            int line = 1;
            int end = Math.min(at, text.length());
            for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
                line++;
            }
            return line;
        }

        private void wrong(int at, String message) {
            if (errors.size() < MOST_FILES) {
                errors.add(error(file, line(at), message));
            }
        }
    }
}
