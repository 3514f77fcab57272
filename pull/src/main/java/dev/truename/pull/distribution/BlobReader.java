package dev.truename.pull.distribution;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.transport.HttpAnswer;
import dev.truename.pull.transport.HttpCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/// Opens blobs, and sees to it that an answer's own words about its extent agree with the descriptor.
final class BlobReader {
    private final RegistrySession session;

    BlobReader(RegistrySession session) {
        this.session = session;
    }

    RemoteBlob open(Descriptor descriptor, long offset) throws PullException {
        HttpCall call = HttpCall.get(session.url("blobs", descriptor.digest().toString()))
                .with("Accept-Encoding", "identity");
        HttpAnswer answer = session.send(offset == 0 ? call : call.with("Range", "bytes=" + offset + "-"));
        if (answer.status() == 416 && offset > 0) {
            answer.close();
            answer = session.send(call);
        }
        try {
            return opened(descriptor, offset, answer);
        } catch (PullException | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    private static RemoteBlob opened(Descriptor descriptor, long offset, HttpAnswer answer) throws PullException {
        return switch (answer.status()) {
            case 200 -> from(descriptor, 0, answer);
            case 206 -> {
                requireRange(descriptor, offset, answer);
                yield from(descriptor, offset, answer);
            }
            default -> throw new PullException(RegistryFailures.of(answer, "blob " + descriptor.digest()));
        };
    }

    private static void requireRange(Descriptor descriptor, long offset, HttpAnswer answer) throws PullException {
        String header = answer.header("Content-Range").orElse("");
        ContentRange range = ContentRange.parse(header).orElse(new ContentRange(-1, -1, OptionalLong.empty()));
        if (range.total().orElse(descriptor.size()) != descriptor.size()) {
            throw wrongSize(descriptor, range.total().getAsLong(), answer);
        }
        if (range.first() != offset || range.last() != descriptor.size() - 1) {
            throw new PullException(new PullFailure.Malformed(
                    answer.source(), "the answer's range is not the one that was asked for, from byte " + offset));
        }
    }

    private static RemoteBlob from(Descriptor descriptor, long offset, HttpAnswer answer) throws PullException {
        long expected = descriptor.size() - offset;
        OptionalLong length = answer.contentLength();
        if (length.isPresent() && length.getAsLong() != expected) {
            throw wrongSize(descriptor, offset + length.getAsLong(), answer);
        }
        return new RemoteBlob(new SizedBody(answer, expected), offset);
    }

    private static PullException wrongSize(Descriptor descriptor, long actual, HttpAnswer answer) {
        return new PullException(new PullFailure.Mismatch(
                answer.source(), "the blob has " + actual + " bytes, but its descriptor says " + descriptor.size()));
    }

    /// A body that must have exactly so many bytes.
    private static final class SizedBody extends InputStream {
        private final HttpAnswer answer;
        private long left;

        SizedBody(HttpAnswer answer, long size) {
            this.answer = answer;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = answer.body().read(buffer, offset, length);
            if (count < 0 && left > 0) {
                throw new PullException(new PullFailure.Unreachable(
                        answer.source(), "the connection ended " + left + " bytes before the blob does"));
            }
            left -= Math.max(count, 0);
            if (left < 0) {
                answer.close();
                throw new PullException(
                        new PullFailure.Mismatch(answer.source(), "the blob has more bytes than its descriptor says"));
            }
            return count;
        }

        @Override
        public void close() {
            answer.close();
        }
    }
}
