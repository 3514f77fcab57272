package dev.truename.pull.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy that takes every CONNECT, and passes it to one loopback port.
final class TunnelProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private TunnelProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static TunnelProxy to(int port) throws IOException {
        TunnelProxy proxy = new TunnelProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.startVirtualThread(proxy::accept);
        return proxy;
    }

    String host() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /// The requests, as they came.
    List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), target)) {
            heads.add(head(client.getInputStream()));
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread back = Thread.startVirtualThread(() -> pass(behind, client));
            pass(client, behind);
            back.join();
        } catch (IOException | InterruptedException e) {
            heads.add("broken: " + e);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // either side has closed: the other one sees it too
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
