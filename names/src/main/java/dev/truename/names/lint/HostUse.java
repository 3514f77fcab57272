package dev.truename.names.lint;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.toml.Toml;

/// A host that is written somewhere.
///
/// @param place what is written: `host[:port][/path]`
/// @param host the host of it
/// @param owner whose it is: an alias's key, a registry's prefix; empty for the search list
record HostUse(Kind kind, String place, HostName host, String owner, Origin origin) {
    /// Where it is written.
    enum Kind {
        ALIAS,
        SEARCH,
        PREFIX,
        LOCATION,
        MIRROR
    }

    HostUse {
        requireNonNull(kind);
        requireNonNull(place);
        requireNonNull(host);
        requireNonNull(owner);
        requireNonNull(origin);
    }

    /// The path behind the host; empty if there is none.
    String path() {
        int slash = place.indexOf('/');
        return slash < 0 ? "" : place.substring(slash + 1);
    }

    /// Who says so, as the start of a message.
    String words() {
        return switch (kind) {
            case ALIAS -> Toml.shown(owner) + " means " + place;
            case SEARCH -> place + " is searched";
            case PREFIX -> "the table is for names below " + Toml.shown(place);
            case LOCATION -> Toml.shown(owner) + " is served from " + Toml.shown(place);
            case MIRROR -> Toml.shown(owner) + " has the mirror " + Toml.shown(place);
        };
    }

    /// What a finding is about, wherever it stands.
    String subject() {
        return kind == Kind.ALIAS ? owner : owner.isEmpty() ? place : owner + " " + place;
    }
}
