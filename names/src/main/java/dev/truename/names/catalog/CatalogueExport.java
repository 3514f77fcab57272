package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.names.toml.Toml;
import dev.truename.names.yaml.Yaml;
import dev.truename.names.yaml.YamlEntry;
import dev.truename.names.yaml.YamlListener;
import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlNode;
import dev.truename.names.yaml.YamlScalar;
import dev.truename.names.yaml.YamlSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A catalogue's export in JSON, as Red Hat's service for its catalogue gives it: objects with a `registry` and a
/// `repository`, in an array or in the array `data` of an object. Each is a name, its repository's path, that means the
/// repository. Read by the reader of YAML, which JSON is and which knows the lines.
final class CatalogueExport implements YamlListener {
    private static final String DATA = "data";
    private static final String REGISTRY = "registry";
    private static final String REPOSITORY = "repository";
    /// `false` of what nobody can pull.
    private static final String PUBLISHED = "published";
    /// `true` of what is in the registry with a login, which the export does not name.
    private static final String LOGIN = "requires_terms";

    private static final List<String> KEYS = List.of(REGISTRY, REPOSITORY, PUBLISHED, LOGIN);
    private static final String WITHOUT_LOGIN = "registry.access.redhat.com";
    private static final String WITH_LOGIN = "registry.redhat.io";
    private static final String MARK = "\ufeff";

    private final String text;
    private final Mistakes mistakes;
    private final List<AliasDefinition> definitions = new ArrayList<>();
    private int counted;
    private int line = 1;

    private CatalogueExport(String text, Mistakes mistakes) {
        this.text = text;
        this.mistakes = mistakes;
    }

    /// Whether a source is one: no drop-in starts with an object, or with an array of objects.
    static boolean is(byte[] bytes) {
        String text = chars(bytes).stripLeading();
        return text.startsWith("{")
                || (text.startsWith("[") && text.substring(1).stripLeading().startsWith("{"));
    }

    private static String chars(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    /// In the order of the file; unpublished repositories are left out.
    ///
    /// @throws ConfigurationException with every mistake of the text
    static List<AliasDefinition> parse(Path file, byte[] bytes) throws ConfigurationException {
        Mistakes mistakes = new Mistakes(file);
        CatalogueExport export = new CatalogueExport(chars(bytes), mistakes);
        Yaml.read(export.text, export);
        mistakes.throwAny();
        return export.definitions;
    }

    @Override
    public void document(int start, YamlNode root) {
        YamlNode list = root instanceof YamlMapping mapping ? mapping.find(DATA) : root;
        if (list instanceof YamlSequence sequence) {
            sequence.items().forEach(this::repository);
        } else {
            mistakes.value(
                    line(root), "there is no list of repositories", "give it an array, by itself or as \"data\"");
        }
    }

    @Override
    public void mistake(int at, String message) {
        mistakes.syntax(line(at), message);
    }

    private void repository(YamlNode node) {
        if (!(node instanceof YamlMapping object)) {
            mistakes.value(line(node), "this is no repository", "write an object with \"registry\" and \"repository\"");
            return;
        }
        int at = line(object);
        @Nullable String registry = value(object, REGISTRY, at);
        @Nullable String path = value(object, REPOSITORY, at);
        if (registry == null || path == null || isRepeated(object, at) || is(object, PUBLISHED, "false")) {
            return;
        }
        boolean login = registry.equals(WITHOUT_LOGIN) && is(object, LOGIN, "true");
        String target = (login ? WITH_LOGIN : registry) + "/" + path;
        try {
            definitions.add(new AliasDefinition(
                    ShortName.parseKey(path).path(), Optional.of(Repository.parse(target)), mistakes.origin(at)));
        } catch (InvalidReferenceException e) {
            mistakes.value(at, Toml.shown(target) + " gives no alias: " + e.reason(), "leave it out");
        }
    }

    private @Nullable String value(YamlMapping object, String key, int at) {
        if (object.find(key) instanceof YamlScalar scalar && scalar.style() == YamlScalar.Style.DOUBLE_QUOTED) {
            return scalar.value();
        }
        mistakes.value(at, "the repository has no text \"" + key + "\"", "give it one");
        return null;
    }

    /// Which of two equal keys counts would depend on the reader.
    private boolean isRepeated(YamlMapping object, int at) {
        List<String> keys = object.entries().stream()
                .map(YamlEntry::key)
                .filter(KEYS::contains)
                .toList();
        boolean repeated = keys.stream().distinct().count() < keys.size();
        if (repeated) {
            mistakes.value(at, "the repository has a key twice: " + keys, "remove one of the two");
        }
        return repeated;
    }

    private static boolean is(YamlMapping object, String key, String value) {
        return object.find(key) instanceof YamlScalar scalar
                && scalar.style() == YamlScalar.Style.PLAIN
                && scalar.value().equals(value);
    }

    private int line(YamlNode node) {
        return line(node.start());
    }

    /// Counted on from the place that was asked for before.
    private int line(int index) {
        if (index < counted) {
            counted = 0;
            line = 1;
        }
        for (; counted < index; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}
