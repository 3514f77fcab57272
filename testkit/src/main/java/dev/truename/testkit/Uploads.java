package dev.truename.testkit;

import dev.truename.testkit.content.Digests;
import dev.truename.testkit.distribution.RegistryError;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.http.BadRequestException;
import dev.truename.testkit.http.Body;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Blobs that clients push: whole or in pieces, into files of a temporary folder that goes when the registry closes
/// (OCI distribution specification, "Pushing blobs").
final class Uploads implements AutoCloseable {
    private static final long MAX_BLOB = 4L << 30;

    private final ContentStore store;
    private final Map<String, Path> running = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private @Nullable Path folder;

    Uploads(ContentStore store) {
        this.store = store;
    }

    Response handle(Request request, Route route) throws IOException {
        return switch (request.method()) {
            case "POST" -> start(request, route);
            case "PATCH" -> patch(request, route);
            case "PUT" -> put(request, route);
            case "GET" -> status(route);
            case "DELETE" -> cancel(route);
            default -> RegistryError.UNSUPPORTED.response();
        };
    }

    private Response start(Request request, Route route) throws IOException {
        Optional<String> mount = request.parameter("mount");
        Optional<Body> there =
                mount.flatMap(digest -> request.parameter("from").flatMap(from -> store.blob(from, digest)));
        if (there.isPresent()) {
            store.putBlob(route.repository(), mount.orElseThrow(), there.get());
            return created(route, mount.orElseThrow());
        }
        String id = Long.toString(numbers.incrementAndGet());
        Path file = Files.createFile(folder().resolve(id));
        running.put(id, file);
        Route upload = new Route(Route.Kind.UPLOAD, route.repository(), id);
        return request.parameter("digest").isPresent() ? put(request, upload) : accepted(upload, file, 202);
    }

    private Response patch(Request request, Route route) throws IOException {
        @Nullable Path file = running.get(route.reference());
        if (file == null) {
            return RegistryError.BLOB_UPLOAD_UNKNOWN.response();
        }
        append(file, request.body());
        return accepted(route, file, 202);
    }

    private Response put(Request request, Route route) throws IOException {
        @Nullable Path file = running.remove(route.reference());
        if (file == null) {
            return RegistryError.BLOB_UPLOAD_UNKNOWN.response();
        }
        append(file, request.body());
        String digest = request.parameter("digest").orElse("");
        if (!digest.equals(digestOf(file, digest))) {
            Files.delete(file);
            return RegistryError.DIGEST_INVALID.response();
        }
        store.putBlob(route.repository(), digest, Body.file(file, Files.size(file)));
        return created(route, digest);
    }

    private static String digestOf(Path file, String like) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return like.startsWith("sha512:") ? Digests.sha512(in) : Digests.sha256(in);
        }
    }

    private static void append(Path file, InputStream body) throws IOException {
        long size = Files.size(file);
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            int read;
            while ((read = body.read(buffer)) >= 0) {
                size += read;
                if (size > MAX_BLOB) {
                    throw new BadRequestException(413, "a blob has at most " + MAX_BLOB + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private Response status(Route route) throws IOException {
        @Nullable Path file = running.get(route.reference());
        return file == null ? RegistryError.BLOB_UPLOAD_UNKNOWN.response() : accepted(route, file, 204);
    }

    private Response cancel(Route route) throws IOException {
        @Nullable Path file = running.remove(route.reference());
        if (file == null) {
            return RegistryError.BLOB_UPLOAD_UNKNOWN.response();
        }
        Files.delete(file);
        return Response.of(204);
    }

    private static Response accepted(Route route, Path file, int status) throws IOException {
        return Response.of(status)
                .with("Location", "/v2/" + route.repository() + "/blobs/uploads/" + route.reference())
                .with("Docker-Upload-UUID", route.reference())
                .with("Range", "0-" + Math.max(0, Files.size(file) - 1));
    }

    private static Response created(Route route, String digest) {
        return Response.of(201)
                .with("Location", "/v2/" + route.repository() + "/blobs/" + digest)
                .with("Docker-Content-Digest", digest);
    }

    private synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("testkit-uploads");
        }
        return folder;
    }

    @Override
    public synchronized void close() throws IOException {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        folder = null;
    }
}
