package dev.truename.testkit.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/// Any bytes are requests, or are refused with a status, or end too early.
class RequestReaderFuzzTest {
    private static final Set<Integer> STATUSES = Set.of(400, 413, 431);

    @FuzzTest(maxDuration = "10s")
    void anyBytesAreRequestsOrRefused(byte[] sent) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(sent);
        RequestReader reader = new RequestReader(in, 1, false);
        try {
            for (Optional<Request> next = reader.read(); next.isPresent(); next = reader.read()) {
                check(next.get(), sent.length);
            }
        } catch (BadRequestException e) {
            assertTrue(STATUSES.contains(e.status()), e::toString);
        } catch (EOFException e) {
            assertTrue(in.available() == 0, e::toString);
        }
    }

    private static void check(Request request, int sent) throws IOException {
        assertTrue(request.path().startsWith("/"), request.path());
        assertFalse((request.path() + request.method() + request.query()).contains(" "));
        assertTrue(request.headers().fields().stream()
                .noneMatch(field -> field.name().contains(":")));
        long read = request.body().transferTo(OutputStream.nullOutputStream());
        assertTrue(read <= sent);
        assertTrue(request.body().read() < 0);
    }
}
