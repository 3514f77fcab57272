package dev.truename.names.config;

import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A location or prefix as it is compared and replaced: `host[:port][/path]` or `*.host`, without slashes at its end,
/// the host in lower case.
record Place(String text, int line) {
    private static final String WILDCARD = "*.";

    /// The place that is written there; null, and reported, if it has a scheme.
    static @Nullable Place of(TomlValue.Text written, Report report) {
        String text = written.value();
        if (text.contains("://")) {
            report.add(
                    Rule.URI_SCHEME,
                    written.line(),
                    Toml.shown(text) + " has a scheme",
                    "write host[:port][/path], without \""
                            + Toml.shown(scheme(text)).replace("\"", "") + "\"");
            return null;
        }
        return new Place(normalised(text), written.line());
    }

    private static String scheme(String text) {
        return text.substring(0, text.indexOf("://") + 3);
    }

    private static String normalised(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        int slash = text.indexOf('/');
        int hostEnd = slash < 0 || slash > end ? end : slash;
        return text.substring(0, hostEnd).toLowerCase(Locale.ROOT) + text.substring(hostEnd, end);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isWildcard() {
        return text.startsWith(WILDCARD);
    }

    /// Whether what follows `*.` is a host name and nothing else.
    boolean isValidWildcard() {
        String host = text.substring(WILDCARD.length());
        return host.indexOf('/') < 0
                && host.indexOf('@') < 0
                && host.indexOf(':') < 0
                && Repository.isRegistry("any." + host);
    }

    /// Whether any image name starts with this.
    boolean canMatch() {
        return isWildcard() || isCanonical(text + anyRest());
    }

    /// Whether names that start with this are names again once it is replaced by `location`.
    boolean canBecome(Place location) {
        return isCanonical(location.text + anyRest());
    }

    /// What can follow this in a name. A host without a dot is none but with a port.
    private String anyRest() {
        boolean bareHost =
                text.indexOf('.') < 0 && text.indexOf(':') < 0 && text.indexOf('/') < 0 && !text.equals("localhost");
        return bareHost ? ":5000/any/image" : "/any/image";
    }

    private static boolean isCanonical(String name) {
        try {
            Qualified parsed = Qualified.parse(name);
            return parsed.toString().equals(name);
        } catch (InvalidReferenceException e) {
            return false;
        }
    }
}
