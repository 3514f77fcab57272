package dev.truename.cli.node;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whoever started this process and waits to be told how it does: systemd, for a unit of `Type=notify` (sd_notify(3)).
///
/// It is told in datagrams on a unix socket. Java has no such sockets, so the C library is called
/// (docs/decisions/0028).
///
/// @param address the socket's path, or its abstract name behind an `@`
record ServiceManager(String address) {
    private static final String VARIABLE = "NOTIFY_SOCKET";

    /// What the C library calls AF_UNIX and SOCK_DGRAM on Linux, and how long a `sun_path` is.
    private static final int UNIX = 1;

    private static final int DATAGRAM = 2;
    private static final int PATH_BYTES = 108;

    ServiceManager {
        requireNonNull(address);
    }

    /// The one that an environment names, if it names any.
    static Optional<ServiceManager> in(Map<String, String> environment) {
        @Nullable String address = environment.get(VARIABLE);
        return address == null || address.isEmpty() ? Optional.empty() : Optional.of(new ServiceManager(address));
    }

    /// Tells it something, as lines of `NAME=VALUE`.
    ///
    /// @throws IOException if it does not take it
    void tell(String state) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment to = socketAddress(arena);
            MemorySegment message = arena.allocateFrom(JAVA_BYTE, state.getBytes(UTF_8));
            int socket = (int)
                    function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT).invokeExact(UNIX, DATAGRAM, 0);
            try {
                long sent =
                        (long) function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT)
                                .invokeExact(socket, message, message.byteSize(), 0, to, (int) to.byteSize());
                if (sent != message.byteSize()) {
                    throw new IOException(VARIABLE + "=" + address + " takes no message");
                }
            } finally {
                int _ = (int) function("close", JAVA_INT, JAVA_INT).invokeExact(socket);
            }
        } catch (IOException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("this Java cannot call the C library: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("restricted") // what is called is declared as in the manual
    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    /// A `sockaddr_un`: the family, and the path or the name, which starts with a zero byte.
    private MemorySegment socketAddress(Arena arena) throws IOException {
        byte[] path = address.getBytes(UTF_8);
        if (path.length >= PATH_BYTES || (path[0] != '/' && path[0] != '@')) {
            throw new IOException(VARIABLE + "=" + address + " is no unix socket");
        }
        if (path[0] == '@') {
            path[0] = 0;
        }
        MemorySegment segment = arena.allocate(JAVA_SHORT.byteSize() + path.length, JAVA_SHORT.byteAlignment());
        segment.set(JAVA_SHORT, 0, (short) UNIX);
        MemorySegment.copy(path, 0, segment, JAVA_BYTE, JAVA_SHORT.byteSize(), path.length);
        return segment;
    }
}
