package dev.truename.cri.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A unix socket that listens already.
public final class ListeningSocket implements AutoCloseable {
    private final ServerSocketChannel channel;
    private final Path path;
    private final @Nullable SocketFile file;

    private ListeningSocket(ServerSocketChannel channel, Path path, @Nullable SocketFile file) {
        this.channel = requireNonNull(channel);
        this.path = requireNonNull(path);
        this.file = file;
    }

    /// Listens at a place of the file system, where nobody else does: neither through this program nor
    /// otherwise. What a killed process left there is replaced. Nobody can connect before the permissions are
    /// set.
    ///
    /// @throws SocketException if somebody listens there, something else is there, or it cannot be created
    public static ListeningSocket bind(SocketPlace place) throws SocketException {
        SocketFile file = SocketFile.claim(place);
        try {
            return new ListeningSocket(file.open(), place.path(), file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// The socket that whoever started this process put in the place of its standard input, as systemd does with
    /// `StandardInput=socket`; none if there is no socket. It stays when this is closed.
    ///
    /// @throws SocketException if there is a socket that does not listen, or is not of the file system
    public static Optional<ListeningSocket> inherited() throws SocketException {
        @Nullable Channel inherited;
        try {
            inherited = System.inheritedChannel();
            if (inherited == null) {
                return Optional.empty();
            }
            if (inherited instanceof ServerSocketChannel server
                    && server.getLocalAddress() instanceof UnixDomainSocketAddress address) {
                return Optional.of(new ListeningSocket(server, address.getPath(), null));
            }
        } catch (IOException e) {
            throw new SocketException("the socket at standard input cannot be used: " + e.getMessage(), e);
        }
        throw new SocketException(
                "standard input is a socket, but none that listens in the file system (for systemd: ListenStream=PATH"
                        + " and Accept=no)",
                null);
    }

    static ServerSocketChannel openUnix() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    }

    ServerSocketChannel channel() {
        return channel;
    }

    /// Whether it was made here, and not by whoever started this process.
    private boolean isOwn() {
        return file != null;
    }

    /// From here on nobody is accepted. A socket that was standard input is left open: with it Java would close
    /// standard error, too, and the log would lose all that is still to be told. Whoever connects to it waits for
    /// the next process.
    void stopListening() throws IOException {
        if (isOwn()) {
            channel.close();
        }
    }

    public Path path() {
        return path;
    }

    /// Stops listening. A socket of our own is deleted.
    @Override
    public void close() {
        try {
            stopListening();
        } catch (IOException e) {
            return; // the system has closed it in any case
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }
}
