package dev.truename.pull.pull;

import dev.truename.names.reference.Qualified;
import java.nio.file.Path;
import java.util.List;

/// A process that pulls one image, for a test that kills it.
final class PullingProcess {
    private PullingProcess() {}

    /// Prints a line for each event.
    ///
    /// @param arguments a folder, a registry's `HOST:PORT`, and what to pull
    public static void main(String[] arguments) throws Exception {
        try (PullFixture fixture = new PullFixture(Path.of(arguments[0])).registry(arguments[1])) {
            PullOutcome outcome = fixture.puller()
                    .pull(
                            List.of(Qualified.parse(arguments[2])),
                            event -> say(event.getClass().getSimpleName()));
            say(outcome.getClass().getSimpleName());
        }
    }

    private static synchronized void say(String word) {
        System.out.println(word);
    }
}
