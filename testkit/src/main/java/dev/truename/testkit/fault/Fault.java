package dev.truename.testkit.fault;

import dev.truename.testkit.http.Handler;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Request;
import java.io.IOException;

/// Something that goes wrong: it stands around the normal handling of a request, and may change the request, the reply,
/// or answer by itself. [Faults] makes the usual ones.
@FunctionalInterface
public interface Fault {
    /// @param normal what would be done without this fault
    Reply answer(Request request, Handler normal) throws IOException;

    /// This fault around another one: this one sees what the other one made.
    default Fault around(Fault inner) {
        return (request, normal) -> answer(request, inward -> inner.answer(inward, normal));
    }
}
