package dev.truename.testkit.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Serves the requests of one connection, one after the other.
final class Connection {
    /// What is read of a body that the handler did not want, so that the connection can be used again.
    private static final long MAX_DRAIN = 1 << 20;

    private final SocketChannel channel;
    private final @Nullable SSLContext tls;
    private final Handler handler;
    private final long number;

    Connection(SocketChannel channel, @Nullable SSLContext tls, Handler handler, long number) {
        this.channel = channel;
        this.tls = tls;
        this.handler = handler;
        this.number = number;
    }

    void serve() throws IOException, InterruptedException {
        try (channel;
                Wire wire = Wire.open(channel, tls)) {
            RequestReader reader = new RequestReader(wire.in(), number, wire.isSecure());
            ReplyWriter writer = new ReplyWriter(wire);
            boolean more = true;
            while (more) {
                more = serveOne(reader, writer);
            }
        }
    }

    private boolean serveOne(RequestReader reader, ReplyWriter writer) throws IOException, InterruptedException {
        Optional<Request> next;
        try {
            next = reader.read();
        } catch (BadRequestException e) {
            return writer.write(unreadable(), refused(e), false);
        }
        if (next.isEmpty()) {
            return false;
        }
        Request request = next.get();
        if (request.headers().first("Expect").isPresent()) {
            writer.goOn();
        }
        Reply reply = answer(request);
        return writer.write(request, reply, isKeptAlive(request)) && isDrained(request.body());
    }

    private Reply answer(Request request) throws IOException {
        try {
            return handler.handle(request);
        } catch (BadRequestException e) {
            return refused(e);
        } catch (RuntimeException e) {
            // Seen by whoever wrote the handler; a dead connection would tell them nothing.
            return new Reply.Full(Response.of(500, "text/plain", e.toString()));
        }
    }

    private static Reply refused(BadRequestException e) {
        return new Reply.Full(Response.of(e.status(), "text/plain", String.valueOf(e.getMessage())));
    }

    private Request unreadable() {
        return new Request("GET", "/", "", Headers.NONE, InputStream.nullInputStream(), number, false);
    }

    private static boolean isKeptAlive(Request request) {
        return request.headers().all("Connection").stream().noneMatch("close"::equalsIgnoreCase);
    }

    private static boolean isDrained(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        long dropped = 0;
        int read;
        while ((read = body.read(buffer)) >= 0 && dropped < MAX_DRAIN) {
            dropped += read;
        }
        return read < 0;
    }

    /// Ends it from another thread.
    void abort() throws IOException {
        channel.close();
    }
}
