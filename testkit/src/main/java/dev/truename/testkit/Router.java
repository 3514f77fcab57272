package dev.truename.testkit;

import com.google.gson.JsonPrimitive;
import dev.truename.testkit.content.Manifest;
import dev.truename.testkit.distribution.RegistryError;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The endpoints of the distribution specification over the store, all well-behaved.
final class Router {
    private static final int MAX_MANIFEST = 16 << 20;

    private final ContentStore store;
    private final Uploads uploads;

    Router(ContentStore store, Uploads uploads) {
        this.store = store;
        this.uploads = uploads;
    }

    Response answer(Request request, Route route) throws IOException {
        Response response = switch (route.kind()) {
            case PING -> Response.json(200, "{}");
            case MANIFEST -> manifest(request, route);
            case BLOB -> blob(request, route);
            case UPLOAD -> uploads.handle(request, route);
            case TAGS -> tags(request, route);
            case REFERRERS, TOKEN, OTHER -> Response.of(404, "text/plain", "404 page not found\n");
        };
        return response.with("Docker-Distribution-Api-Version", "registry/2.0");
    }

    private Response manifest(Request request, Route route) throws IOException {
        return switch (request.method()) {
            case "GET", "HEAD" ->
                store.manifest(route.repository(), route.reference())
                        .map(Router::manifest)
                        .orElseGet(() -> unknown(route, RegistryError.MANIFEST_UNKNOWN));
            case "PUT" -> putManifest(request, route);
            case "DELETE" -> delete(route, RegistryError.MANIFEST_UNKNOWN);
            default -> RegistryError.UNSUPPORTED.response();
        };
    }

    private static Response manifest(Manifest found) {
        return Response.of(200)
                .with("Content-Type", found.mediaType())
                .with("Docker-Content-Digest", found.digest())
                .with("Etag", '"' + found.digest() + '"')
                .with(found.blob().body());
    }

    private Response putManifest(Request request, Route route) throws IOException {
        Optional<String> type = request.headers().first("Content-Type");
        if (type.isEmpty()) {
            return RegistryError.MANIFEST_INVALID.response("no Content-Type");
        }
        Manifest manifest = Manifest.of(type.get(), request.readBody(MAX_MANIFEST));
        boolean byDigest = route.reference().indexOf(':') >= 0;
        if (byDigest && !route.reference().equals(manifest.digest())) {
            return RegistryError.DIGEST_INVALID.response();
        }
        store.push(route.repository(), manifest);
        if (!byDigest) {
            store.tag(route.repository(), route.reference(), manifest.digest());
        }
        return Response.of(201)
                .with("Location", "/v2/" + route.repository() + "/manifests/" + manifest.digest())
                .with("Docker-Content-Digest", manifest.digest());
    }

    private Response blob(Request request, Route route) {
        return switch (request.method()) {
            case "GET", "HEAD" ->
                store.blob(route.repository(), route.reference())
                        .map(body -> Response.of(200)
                                .with("Content-Type", "application/octet-stream")
                                .with("Docker-Content-Digest", route.reference())
                                .with("Accept-Ranges", "bytes")
                                .with(body))
                        .map(whole -> ByteRange.answer(whole, request.headers().first("Range")))
                        .orElseGet(() -> unknown(route, RegistryError.BLOB_UNKNOWN));
            case "DELETE" -> delete(route, RegistryError.BLOB_UNKNOWN);
            default -> RegistryError.UNSUPPORTED.response();
        };
    }

    private Response delete(Route route, RegistryError missing) {
        return store.remove(route.repository(), route.reference()) ? Response.of(202) : unknown(route, missing);
    }

    private Response tags(Request request, Route route) {
        if (!request.method().equals("GET")) {
            return RegistryError.UNSUPPORTED.response();
        }
        if (!store.knows(route.repository())) {
            return RegistryError.NAME_UNKNOWN.response();
        }
        List<String> tags = store.tags(route.repository());
        String after = request.parameter("last").orElse("");
        List<String> page = tags.stream()
                .filter(tag -> tag.compareTo(after) > 0)
                .limit(limit(request))
                .toList();
        String list = page.stream().map(Router::quoted).collect(Collectors.joining(","));
        Response response = Response.json(200, "{\"name\":" + quoted(route.repository()) + ",\"tags\":[" + list + "]}");
        boolean more = !page.isEmpty() && !page.getLast().equals(tags.getLast());
        return more
                ? response.with(
                        "Link",
                        "<" + request.path() + "?n=" + page.size() + "&last=" + page.getLast() + ">; rel=\"next\"")
                : response;
    }

    /// `n`; what is no number of up to nine digits is no limit.
    private static long limit(Request request) {
        String text = request.parameter("n").orElse("");
        boolean number = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    private static String quoted(String text) {
        return new JsonPrimitive(text).toString();
    }

    private Response unknown(Route route, RegistryError inKnownRepository) {
        return store.knows(route.repository()) ? inKnownRepository.response() : RegistryError.NAME_UNKNOWN.response();
    }
}
