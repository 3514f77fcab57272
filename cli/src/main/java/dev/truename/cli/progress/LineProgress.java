package dev.truename.cli.progress;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Output;
import dev.truename.pull.pull.PullEvent;

/// One line for each step, for logs.
final class LineProgress implements Progress {
    private final Console console;

    LineProgress(Console console) {
        this.console = console;
    }

    @Override
    public void on(PullEvent event) {
        switch (event) {
            case PullEvent.Asking it -> line("asking " + EventText.place(it.source()) + " for " + it.candidate());
            case PullEvent.SourceFailed it -> line("failed: " + EventText.failure(it.failure()));
            case PullEvent.Chosen it ->
                line("image " + it.image().digest()
                        + it.image().platform().map(p -> " for " + p).orElse("") + ": " + it.blobs() + " blobs, "
                        + Sizes.text(it.bytes()));
            case PullEvent.BlobReused it -> line(EventText.shortDigest(it.blob()) + ": there already");
            case PullEvent.BlobRetried it ->
                line(EventText.shortDigest(it.blob()) + ": trying again: " + EventText.failure(it.failure()));
            case PullEvent.BlobDone it ->
                line(EventText.shortDigest(it.blob()) + ": done, "
                        + Sizes.text(it.blob().size()));
            case PullEvent.BlobStarted _, PullEvent.BlobProgress _ -> {}
        }
    }

    /// Whoever reads the log may leave; the pull goes on.
    private void line(String text) {
        try {
            console.err().line(text);
            console.err().flush();
        } catch (Output.OutputException e) {
            // Nobody is left to be told.
        }
    }

    @Override
    public void close() {}
}
