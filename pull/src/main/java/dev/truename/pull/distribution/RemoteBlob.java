package dev.truename.pull.distribution;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;

/// An open blob. Close it, read to the end or not; a connection that was not read to its end is not used again.
///
/// @param body ends with an [IOException] if the connection breaks or fewer bytes come than were announced
/// @param offset the position in the blob of the body's first byte
public record RemoteBlob(InputStream body, long offset) implements AutoCloseable {
    public RemoteBlob {
        requireNonNull(body);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
