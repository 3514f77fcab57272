package dev.truename.names.reference;

import java.util.Locale;
import java.util.Optional;

/// Takes a reference apart from its right end: digest, tag, then the name, which is short or not by its first
/// component. The parts' constructors check them.
final class ReferenceScanner {
    private ReferenceScanner() {}

    static ImageReference scan(String text) {
        int at = text.indexOf('@');
        int nameEnd = at < 0 ? text.length() : at;
        int colon = text.lastIndexOf(':', nameEnd - 1);
        boolean tagged = colon > text.lastIndexOf('/', nameEnd - 1);
        String name = text.substring(0, tagged ? colon : nameEnd);
        if (name.isEmpty()) {
            throw new InvalidReferenceException(text, "the name is empty");
        }
        try {
            Optional<Tag> tag = tagged ? Optional.of(new Tag(text.substring(colon + 1, nameEnd))) : Optional.empty();
            Optional<Digest> digest = at < 0 ? Optional.empty() : Optional.of(Digest.parse(text.substring(at + 1)));
            return named(name, tag, digest);
        } catch (InvalidReferenceException e) {
            throw new InvalidReferenceException(text, e.reason());
        }
    }

    private static ImageReference named(String name, Optional<Tag> tag, Optional<Digest> digest) {
        int slash = name.indexOf('/');
        if (slash > 0) {
            String first = name.substring(0, slash).toLowerCase(Locale.ROOT);
            if (first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost")) {
                return new Qualified(new Repository(first, name.substring(slash + 1)), tag, digest);
            }
        }
        return new ShortName(name, tag, digest);
    }

    static String join(String name, Optional<Tag> tag, Optional<Digest> digest) {
        StringBuilder text = new StringBuilder(name);
        tag.ifPresent(value -> text.append(':').append(value.value()));
        digest.ifPresent(value -> text.append('@').append(value));
        return text.toString();
    }
}
