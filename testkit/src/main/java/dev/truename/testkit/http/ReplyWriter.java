package dev.truename.testkit.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Sends replies, the broken ones exactly as broken as they are meant to be.
final class ReplyWriter {
    private static final byte[] CRLF = {'\r', '\n'};

    private final Wire wire;

    ReplyWriter(Wire wire) {
        this.wire = wire;
    }

    /// Whether the connection can take another request.
    boolean write(Request request, Reply reply, boolean keepAlive) throws IOException, InterruptedException {
        boolean head = request.method().equals("HEAD");
        return switch (reply) {
            case Reply.Full(Response response) -> full(response, head, keepAlive);
            case Reply.Cut(Response response, long bytes, Reply.Ending ending) -> {
                cut(response, head ? 0 : bytes);
                yield end(ending);
            }
            case Reply.Gated(Response response, int chunk, Gate gate) -> gated(response, head, chunk, gate, keepAlive);
            case Reply.Endless(Response response) -> endless(response, head);
            case Reply.Raw(Body bytes, Reply.Ending ending) -> {
                bytes.send(0, bytes.length(), wire);
                yield end(ending);
            }
            case Reply.Silent() -> silent();
        };
    }

    private boolean full(Response response, boolean head, boolean keepAlive) throws IOException {
        boolean keep = keepAlive && isLengthTrue(response);
        head(response, keep);
        if (!head) {
            response.body().send(0, response.body().length(), wire);
        }
        return keep;
    }

    private static boolean isLengthTrue(Response response) {
        String length = Long.toString(response.body().length());
        return response.headers().all("Content-Length").stream().allMatch(length::equals);
    }

    private void cut(Response response, long bytes) throws IOException {
        head(response, true);
        response.body().send(0, Math.min(bytes, response.body().length()), wire);
    }

    private boolean gated(Response response, boolean head, int chunk, Gate gate, boolean keepAlive)
            throws IOException, InterruptedException {
        boolean keep = keepAlive && isLengthTrue(response);
        head(response, keep);
        long length = head ? 0 : response.body().length();
        for (long sent = 0; sent < length; sent += chunk) {
            gate.pass();
            response.body().send(sent, Math.min(chunk, length - sent), wire);
        }
        return keep;
    }

    private boolean endless(Response response, boolean head) throws IOException {
        Response chunked = response.without("Content-Length").with("Transfer-Encoding", "chunked");
        head(chunked, false);
        Body body = response.body().length() == 0 ? Body.bytes(new byte[8192]) : response.body();
        byte[] size = (Long.toHexString(body.length()) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        while (!head) {
            wire.write(size, 0, size.length);
            body.send(0, body.length(), wire);
            wire.write(CRLF, 0, CRLF.length);
        }
        return false;
    }

    private boolean silent() throws IOException {
        while (wire.in().read() >= 0) {
            // what the client goes on to say is not heard
        }
        return false;
    }

    private boolean end(Reply.Ending ending) throws IOException {
        switch (ending) {
            case CLOSE -> wire.close();
            case RESET -> wire.reset();
        }
        return false;
    }

    private void head(Response response, boolean keep) throws IOException {
        StringBuilder text = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(phrase(response.status()))
                .append("\r\n");
        for (Headers.Field field : response.headers().fields()) {
            text.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        if (needsLength(response)) {
            text.append("Content-Length: ").append(response.body().length()).append("\r\n");
        }
        text.append(keep ? "\r\n" : "Connection: close\r\n\r\n");
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        wire.write(bytes, 0, bytes.length);
    }

    private static boolean needsLength(Response response) {
        Headers headers = response.headers();
        boolean never = response.status() == 204 || response.status() == 304;
        return !never && !headers.contains("Content-Length") && !headers.contains("Transfer-Encoding");
    }

    private static String phrase(int status) {
        return switch (status / 100) {
            case 1 -> "Continue";
            case 2 -> "OK";
            case 3 -> "Redirect";
            case 4 -> "Client Error";
            default -> "Server Error";
        };
    }

    /// Tells a client that waits for it to send its body (RFC 9110, section 10.1.1).
    void goOn() throws IOException {
        byte[] line = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        wire.write(line, 0, line.length);
    }
}
