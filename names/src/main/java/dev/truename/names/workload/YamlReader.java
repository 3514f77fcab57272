package dev.truename.names.workload;

import dev.truename.names.yaml.Yaml;
import dev.truename.names.yaml.YamlListener;
import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlNode;
import dev.truename.names.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/// Reads YAML and JSON: each document is a Kubernetes object, a compose file, or something of which guesses are made.
final class YamlReader implements YamlListener {
    /// What Helm writes above each file that it renders.
    private static final String SOURCE = "# Source: ";

    private static final String OPEN = "{{";

    private final Gathered found;
    private final String chars;
    private final Guessing guessing;
    private boolean template;

    /// What is made of documents that are no manifests.
    enum Guessing {
        /// A compose file, or values.
        ALL,
        /// Values, whatever they look like.
        VALUES,
        /// A compose file, or nothing.
        NONE;

        /// What a file's name allows: much has `image` in it that is JSON and nobody's workload.
        static Guessing of(String file) {
            if (file.startsWith("values")) {
                return VALUES;
            }
            return file.endsWith(".json") ? NONE : ALL;
        }
    }

    YamlReader(Gathered found, Guessing guessing) {
        this.found = found;
        this.chars = found.text().chars();
        this.guessing = guessing;
    }

    void read() {
        Yaml.read(chars, this);
    }

    @Override
    public void document(int start, YamlNode root) {
        String source = source(start, root.start());
        if (root instanceof YamlSequence list) {
            if (!objects(list, source) && guessing != Guessing.NONE) {
                new ValuesReader(found).read(root);
            }
        } else if (root instanceof YamlMapping mapping && !object(mapping, source)) {
            if (guessing != Guessing.VALUES && ComposeReader.isCompose(mapping)) {
                new ComposeReader(found).read(mapping);
            } else if (guessing != Guessing.NONE) {
                new ValuesReader(found).read(root);
            }
        }
    }

    private boolean objects(YamlSequence list, String source) {
        boolean any = false;
        for (YamlNode item : list.items()) {
            any |= item instanceof YamlMapping mapping && object(mapping, source);
        }
        return any;
    }

    private boolean object(YamlMapping mapping, String source) {
        @Nullable Resource resource = Resource.of(mapping, source);
        if (resource == null) {
            return false;
        }
        new ManifestReader(found, source).read(mapping, resource);
        return true;
    }

    private String source(int start, int end) {
        int at = chars.indexOf(SOURCE, start, end);
        if (at < 0) {
            return "";
        }
        int from = at + SOURCE.length();
        int lineEnd = chars.indexOf('\n', from, end);
        return " ("
                + Gathered.shown(
                        chars.substring(from, lineEnd < 0 ? end : lineEnd).strip()) + ")";
    }

    @Override
    public void mistake(int at, String message) {
        if (template) {
            return;
        }
        int braces = templateNear(at);
        if (braces >= 0) {
            template = true;
            found.problem(
                    braces,
                    Problem.Kind.TEMPLATE,
                    "this is a template and not YAML yet",
                    "render it: helm template CHART | truename audit -");
        } else {
            found.problem(at, Problem.Kind.SYNTAX, message, "correct the file; documents behind it were read");
        }
    }

    /// Where a template shows, if it is what was stumbled over: braces in that line, or in front of any other.
    /// Elsewhere they are somebody's text: Argo's and Prometheus' files have them in quotes.
    private int templateNear(int at) {
        int lineStart = chars.lastIndexOf('\n', at - 1) + 1;
        int lineEnd = chars.indexOf('\n', at);
        int inLine = chars.indexOf(OPEN, lineStart, lineEnd < 0 ? chars.length() : lineEnd);
        return inLine >= 0 ? inLine : bracesInFront();
    }

    private int bracesInFront() {
        for (int at = chars.indexOf(OPEN); at >= 0; at = chars.indexOf(OPEN, at + 1)) {
            int lineStart = chars.lastIndexOf('\n', at) + 1;
            if (chars.substring(lineStart, at).isBlank()) {
                return at;
            }
            int next = chars.indexOf('\n', at);
            at = next < 0 ? chars.length() : next;
        }
        return -1;
    }
}
