package dev.truename.testkit.distribution;

import static java.util.Objects.requireNonNull;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Where in a registry's path space a request points (OCI distribution specification, "Endpoints").
///
/// @param repository empty where the kind has none
/// @param reference a tag or digest as it was asked for, right or wrong, or the id of an upload; empty where the kind
/// has none
public record Route(Kind kind, String repository, String reference) {
    /// What is asked for.
    public enum Kind {
        /// `/v2/`
        PING,
        /// `/v2/REPOSITORY/manifests/REFERENCE`
        MANIFEST,
        /// `/v2/REPOSITORY/blobs/DIGEST`
        BLOB,
        /// `/v2/REPOSITORY/blobs/uploads/` and an upload below it
        UPLOAD,
        /// `/v2/REPOSITORY/tags/list`
        TAGS,
        /// `/v2/REPOSITORY/referrers/DIGEST`
        REFERRERS,
        /// `/token`
        TOKEN,
        /// Anything else.
        OTHER
    }

    public Route {
        requireNonNull(kind);
        requireNonNull(repository);
        requireNonNull(reference);
    }

    /// @param rawPath as it stood in the request line, without query
    public static Route of(String rawPath) {
        String path = decode(rawPath);
        if (path.equals("/v2/") || path.equals("/v2")) {
            return new Route(Kind.PING, "", "");
        }
        if (path.equals("/token")) {
            return new Route(Kind.TOKEN, "", "");
        }
        return path.startsWith("/v2/") ? inRepository(path.substring("/v2/".length())) : new Route(Kind.OTHER, "", "");
    }

    private static Route inRepository(String path) {
        return switch (marker(path)) {
            case "/blobs/uploads/" -> split(Kind.UPLOAD, path, "/blobs/uploads/");
            case "/manifests/" -> split(Kind.MANIFEST, path, "/manifests/");
            case "/blobs/" -> split(Kind.BLOB, path, "/blobs/");
            case "/referrers/" -> split(Kind.REFERRERS, path, "/referrers/");
            case "/tags/list" -> split(Kind.TAGS, path, "/tags/list");
            default -> new Route(Kind.OTHER, "", "");
        };
    }

    /// The first of the markers that is in the path: what follows may be a digest with slashes in it.
    private static String marker(String path) {
        String found = "";
        int at = path.length();
        for (String marker : new String[] {"/blobs/uploads/", "/manifests/", "/blobs/", "/referrers/", "/tags/list"}) {
            int index = path.indexOf(marker);
            if (index > 0 && index < at) {
                found = marker;
                at = index;
            }
        }
        return found;
    }

    private static Route split(Kind kind, String path, String marker) {
        int at = path.indexOf(marker);
        return new Route(kind, path.substring(0, at), path.substring(at + marker.length()));
    }

    private static String decode(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
