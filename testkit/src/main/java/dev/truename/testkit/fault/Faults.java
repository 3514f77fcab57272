package dev.truename.testkit.fault;

import dev.truename.testkit.distribution.RegistryError;
import dev.truename.testkit.http.Body;
import dev.truename.testkit.http.Gate;
import dev.truename.testkit.http.Headers;
import dev.truename.testkit.http.MemorySink;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Reply.Ending;
import dev.truename.testkit.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/// The usual faults: in how a reply is sent, in what it holds, and replies that stand in place of the true one.
public final class Faults {
    /// RFC 9110, section 5.6.7: two digits for the day, and GMT.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private Faults() {}

    /// The first bytes of the body, then a TCP reset. The client may lose some of what was sent.
    public static Fault resetAfter(long bodyBytes) {
        return sent(response -> new Reply.Cut(response, bodyBytes, Ending.RESET));
    }

    /// The first bytes of the body, then the end of the connection.
    public static Fault truncateAfter(long bodyBytes) {
        return sent(response -> new Reply.Cut(response, bodyBytes, Ending.CLOSE));
    }

    /// The headers at once, then `chunk` bytes of the body for each release of the gate.
    public static Fault trickle(Gate gate, int chunk) {
        return sent(response -> new Reply.Gated(response, chunk, gate));
    }

    /// The body over and over, without end and without a length.
    public static Fault endless() {
        return sent(Reply.Endless::new);
    }

    /// No answer: the connection stays open until the client or the server closes it.
    public static Fault silence() {
        return (request, normal) -> new Reply.Silent();
    }

    /// A TCP reset in place of an answer.
    public static Fault resetAtOnce() {
        return (request, normal) -> new Reply.Raw(Body.EMPTY, Ending.RESET);
    }

    /// The end of the connection in place of an answer.
    public static Fault closeAtOnce() {
        return garbage("");
    }

    /// Text that need not be HTTP in place of an answer.
    public static Fault garbage(String text) {
        return (request, normal) -> new Reply.Raw(Body.text(text), Ending.CLOSE);
    }

    /// One byte of the body is another; length and digest are told as before.
    public static Fault corrupt(long position) {
        return changed(response -> response.with(new CorruptBody(response.body(), position)));
    }

    /// Other bytes in place of the body, under the same headers.
    public static Fault body(byte[] bytes) {
        Body other = Body.bytes(bytes.clone());
        return changed(response -> response.with(other));
    }

    /// A Content-Length that is told whatever the body has. The connection ends after the body.
    public static Fault contentLength(long told) {
        return header("Content-Length", Long.toString(told));
    }

    /// A header with this value, in place of the true one.
    public static Fault header(String name, String value) {
        return changed(response -> response.with(name, value));
    }

    public static Fault withoutHeader(String name) {
        return changed(response -> response.without(name));
    }

    /// One header more, whose value has so many bytes.
    public static Fault hugeHeader(int bytes) {
        return header("X-Padding", "x".repeat(bytes));
    }

    /// So many headers more.
    public static Fault manyHeaders(int count) {
        return changed(response -> {
            List<Headers.Field> fields = new ArrayList<>(response.headers().fields());
            for (int i = 0; i < count; i++) {
                fields.add(new Headers.Field("X-Padding-" + i, "x"));
            }
            return new Response(response.status(), new Headers(fields), response.body());
        });
    }

    /// A Docker-Content-Digest that is not the content's.
    public static Fault digestHeader(String told) {
        return header("Docker-Content-Digest", told);
    }

    /// The true body, gzip-encoded, and said to be so. The body has to fit into memory.
    public static Fault gzipEncoded() {
        return (request, normal) -> {
            Reply reply = normal.handle(request);
            return reply instanceof Reply.Full(Response response) ? new Reply.Full(gzip(response)) : reply;
        };
    }

    private static Response gzip(Response response) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(MemorySink.read(response.body()));
        }
        return response.with("Content-Encoding", "gzip").with(Body.bytes(bytes.toByteArray()));
    }

    /// 200 and all of it, whatever range was asked for.
    public static Fault ignoreRange() {
        return (request, normal) ->
                normal.handle(request.withHeaders(request.headers().without("Range")));
    }

    /// The true status and body, with another Content-Range.
    public static Fault contentRange(String told) {
        return header("Content-Range", told);
    }

    /// A response of this status with a plain text, in place of the true one.
    public static Fault status(int status) {
        return respond(Response.of(status, "text/plain", "status " + status + "\n"));
    }

    /// This response, in place of the true one.
    public static Fault respond(Response response) {
        return (request, normal) -> new Reply.Full(response);
    }

    /// 429, and no word of when to come back.
    public static Fault tooManyRequests() {
        return respond(RegistryError.TOOMANYREQUESTS.response());
    }

    /// 429 with Retry-After in seconds.
    public static Fault tooManyRequests(int retryAfterSeconds) {
        return tooManyRequests(Integer.toString(retryAfterSeconds));
    }

    /// 429 with Retry-After as an HTTP date.
    public static Fault tooManyRequests(Instant retryAfter) {
        return tooManyRequests(HTTP_DATE.format(retryAfter.atZone(ZoneOffset.UTC)));
    }

    /// 429 with any text as Retry-After.
    public static Fault tooManyRequests(String retryAfter) {
        return respond(RegistryError.TOOMANYREQUESTS.response().with("Retry-After", retryAfter));
    }

    /// A page for people, with 200, as captive portals send it.
    public static Fault loginPage() {
        String page = "<!DOCTYPE html><title>Sign in</title><form method=post><input name=user></form>\n";
        return respond(Response.of(200, "text/html; charset=utf-8", page));
    }

    private static Fault sent(Function<Response, Reply> way) {
        return (request, normal) -> normal.handle(request).resend(way);
    }

    private static Fault changed(UnaryOperator<Response> change) {
        return (request, normal) -> normal.handle(request).map(change);
    }
}
