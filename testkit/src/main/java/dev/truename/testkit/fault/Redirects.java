package dev.truename.testkit.fault;

import dev.truename.testkit.http.Handler;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import java.io.IOException;
import java.net.URI;

/// Redirects, to where content is and to where it is not.
public final class Redirects {
    private static final int STATUS = 307;
    private static final String HOP = "testkit-hop";

    private Redirects() {}

    /// To the same path at another server.
    ///
    /// @param base `http://HOST:PORT` or `https://HOST:PORT`
    public static Fault toHost(URI base) {
        return (request, normal) -> redirect(STATUS, base + request.target());
    }

    /// To this text, which need not be a URI.
    public static Fault to(String location) {
        return to(STATUS, location);
    }

    public static Fault to(int status, String location) {
        return (request, normal) -> redirect(status, location);
    }

    /// To the same place, for ever.
    public static Fault loop() {
        return (request, normal) -> redirect(STATUS, request.target());
    }

    /// So many redirects at the same server, then the true answer.
    public static Fault chain(int hops) {
        return (request, normal) -> hop(request, normal, hops);
    }

    private static Reply hop(Request request, Handler normal, int hops) throws IOException {
        int done = request.parameter(HOP).map(Integer::parseInt).orElse(0);
        return done >= hops ? normal.handle(request) : redirect(STATUS, request.path() + "?" + HOP + "=" + (done + 1));
    }

    private static Reply redirect(int status, String location) {
        return new Reply.Full(Response.of(status).with("Location", location));
    }
}
