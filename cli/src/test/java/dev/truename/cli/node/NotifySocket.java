package dev.truename.cli.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What systemd gives a service of `Type=notify`: a unix socket for datagrams, which Java has not, held by perl.
final class NotifySocket implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private NotifySocket(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /// @param address a path, or a name behind an `@`
    static NotifySocket at(String address) throws IOException {
        NotifySocket socket = new NotifySocket(new ProcessBuilder(List.of("perl", "-MSocket", "-e", """
                my $address = shift;
                $address =~ s/^@/\\0/;
                $| = 1;
                socket(S, PF_UNIX, SOCK_DGRAM, 0) && bind(S, sockaddr_un($address)) or die $!;
                print "bound\\n";
                print "$_\\n" while defined recv(S, $_, 9999, 0);
                """, address))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        if (!"bound".equals(socket.line())) {
            throw new IOException("perl does not listen at " + address);
        }
        return socket;
    }

    /// The next line that comes.
    String line() throws IOException {
        return String.valueOf(lines.readLine());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
