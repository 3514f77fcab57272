package dev.truename.testkit.http;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What a server does about a request: a response, and how its sending goes.
public sealed interface Reply {
    /// How a connection ends before its time.
    enum Ending {
        /// An orderly end of the stream, too early.
        CLOSE,
        /// A TCP reset. What the other side has not yet taken in may be lost with it.
        RESET
    }

    /// The response, whole; the connection stays for the next request.
    record Full(Response response) implements Reply {
        public Full {
            requireNonNull(response);
        }
    }

    /// The headers and the first bytes of the body, then the end of the connection.
    record Cut(Response response, long bodyBytes, Ending ending) implements Reply {
        public Cut {
            requireNonNull(response);
            requireNonNull(ending);
        }
    }

    /// The headers at once; the body by so many bytes each time that the gate lets one through.
    record Gated(Response response, int chunk, Gate gate) implements Reply {
        public Gated {
            requireNonNull(response);
            requireNonNull(gate);
        }
    }

    /// The headers, then the body over and over in chunked coding, until the client goes. An empty body counts as one
    /// of zero bytes' value.
    record Endless(Response response) implements Reply {
        public Endless {
            requireNonNull(response);
        }
    }

    /// These bytes in place of a response, then the end of the connection.
    record Raw(Body bytes, Ending ending) implements Reply {
        public Raw {
            requireNonNull(bytes);
            requireNonNull(ending);
        }
    }

    /// Nothing, until the client or the server closes.
    record Silent() implements Reply {}

    /// The same way of sending with another response. What has no response stays as it is.
    default Reply map(UnaryOperator<Response> change) {
        return switch (this) {
            case Full(Response response) -> new Full(change.apply(response));
            case Cut(Response response, long bytes, Ending ending) -> new Cut(change.apply(response), bytes, ending);
            case Gated(Response response, int chunk, Gate gate) -> new Gated(change.apply(response), chunk, gate);
            case Endless(Response response) -> new Endless(change.apply(response));
            case Raw raw -> raw;
            case Silent silent -> silent;
        };
    }

    /// Another way of sending the same response. What has no response stays as it is.
    default Reply resend(Function<Response, Reply> way) {
        return switch (this) {
            case Full(Response response) -> way.apply(response);
            case Cut cut -> way.apply(cut.response());
            case Gated gated -> way.apply(gated.response());
            case Endless(Response response) -> way.apply(response);
            case Raw raw -> raw;
            case Silent silent -> silent;
        };
    }
}
