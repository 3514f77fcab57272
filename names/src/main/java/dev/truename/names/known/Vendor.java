package dev.truename.names.known;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Repository;
import java.util.List;

/// Who people think a name belongs to, and where those names really are.
///
/// @param name as people call it
/// @param starts what its names start with, whatever follows
/// @param words what the first component of its names is, or starts with ahead of a digit or one of `-`, `_`, `.`
/// @param places `host` or `host/namespace`: where what is pushed is the vendor's, or checked by somebody who is
///     trusted to tell
public record Vendor(String name, List<String> starts, List<String> words, List<String> places) {
    public Vendor {
        requireNonNull(name);
        starts = List.copyOf(starts);
        words = List.copyOf(words);
        places = List.copyOf(places);
    }

    /// Whether a short name's path looks like one of this vendor's.
    boolean looksLike(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        return starts.stream().anyMatch(path::startsWith) || words.stream().anyMatch(word -> isWord(first, word));
    }

    private static boolean isWord(String component, String word) {
        return component.startsWith(word)
                && (component.length() == word.length() || isBoundary(component.charAt(word.length())));
    }

    private static boolean isBoundary(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }

    /// Whether the repository is in one of the vendor's places.
    public boolean owns(Repository repository) {
        String name = new Repository(KnownRegistries.canonical(repository.host()), repository.path()).toString();
        return places.stream().anyMatch(place -> name.startsWith(place + "/"));
    }
}
