package dev.truename.pull.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Asks a server whether it speaks plain HTTP where TLS is expected, without starting Java's TLS, which costs more than
/// a small pull. Only for insecure hosts: what it says may send a call over plain HTTP.
///
/// It begins a TLS handshake (RFC 5246, 7.4.1.2) whose random bytes hold the end of an HTTP header: a TLS server
/// answers with a TLS record, an HTTP server with a bad request. Anything else, silence too, leaves the question to
/// real TLS.
final class PlainProbe {
    private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.US_ASCII);
    private static final int RANDOM_OFFSET = 11;

    /// How long an HTTP server may take to say so, in milliseconds; a slower one is found out by real TLS.
    private static final int PATIENCE = 2000;

    private PlainProbe() {}

    /// Whether the server at the other end answered in plain HTTP. The connection is of no use afterwards.
    static boolean answersPlain(WireSocket socket) throws IOException {
        socket.setSoTimeout(PATIENCE);
        OutputStream out = socket.getOutputStream();
        out.write(hello());
        out.flush();
        InputStream in = socket.getInputStream();
        return Arrays.equals(in.readNBytes(HTTP.length), HTTP);
    }

    /// A record of one client hello: TLS 1.2, one cipher suite, no extension.
    private static byte[] hello() {
        byte[] hello = new byte[RANDOM_OFFSET + 32 + 1 + 4 + 2];
        byte[] head = {0x16, 3, 1, 0, (byte) (hello.length - 5), 1, 0, 0, (byte) (hello.length - 9), 3, 3};
        byte[] tail = {0, 0, 2, 0, 0x2f, 1, 0};
        System.arraycopy(head, 0, hello, 0, head.length);
        byte[] endOfHeader = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(endOfHeader, 0, hello, RANDOM_OFFSET, endOfHeader.length);
        System.arraycopy(tail, 0, hello, hello.length - tail.length, tail.length);
        return hello;
    }
}
