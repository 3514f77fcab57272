package dev.truename.cli.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// At which moments the end of the process may come, and what is then on standard output.
@Timeout(60)
class InterruptionTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Output out = new Output(written);
    private final Interruption interruption = Interruption.none(out);

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void beforeAnyAnswer() {
        interruption.owe("interrupted");
        interruption.end();
        out.lastLine("too late");

        assertFalse(interruption.finish());
        assertTrue(interruption.leave());
        assertEquals("interrupted\n", written());
    }

    @Test
    void betweenTwoAnswersOfSeveral() {
        interruption.owe("interrupted");
        out.owe("a interrupted");
        out.line("a", false);
        interruption.end();
        out.line("b", true);

        assertFalse(interruption.finish());
        assertEquals("a\ninterrupted\n", written());
    }

    @Test
    void inTheMiddleOfOneOfSeveral() {
        interruption.owe("interrupted");
        out.line("a", false);
        out.owe("b interrupted");
        interruption.end();
        out.line("b", true);

        assertEquals("a\nb interrupted\n", written());
    }

    @Test
    void behindTheLastLine() throws Exception {
        interruption.owe("interrupted");
        out.lastLine("answer");
        Thread end = Thread.ofPlatform().start(interruption::end);

        assertTrue(interruption.finish());
        interruption.leave();
        end.join();
        assertEquals("answer\n", written());
    }

    @Test
    void whereNobodyIsOwedAnything() {
        out.line("text");
        interruption.end();

        assertTrue(interruption.finish());
        assertEquals("text\n", written());
    }

    @Test
    void afterAMistakeOfTheProgram() {
        interruption.owe("interrupted");
        interruption.oweNothing();
        interruption.end();

        assertEquals("", written());
    }

    /// Whoever can be stopped says so itself, and has the time for it.
    @Test
    void whileSomebodyWorks() throws Exception {
        interruption.owe("interrupted");
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch working = new CountDownLatch(1);
        Thread worker = Thread.ofPlatform().start(() -> {
            try (Interruption _ = interruption.stopping()) {
                working.countDown();
                never.await();
            } catch (InterruptedException e) {
                out.lastLine("stopped");
                interruption.finish();
                interruption.leave();
            }
        });
        working.await();
        interruption.end();
        worker.join();

        assertEquals("stopped\n", written());
    }
}
