package dev.truename.cli.image;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Styled.Style;
import dev.truename.cli.progress.Sizes;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.Platform;

/// What an image is made of, for people.
final class InspectionText {
    private final Console console;

    private InspectionText(Console console) {
        this.console = console;
    }

    static void print(InspectedImage inspected, Console console) {
        new InspectionText(console).print(inspected);
    }

    private void print(InspectedImage inspected) {
        Manifest manifest = inspected.manifest();
        console.out().line(console.forOut().add(Style.BOLD, inspected.name()));
        fact("found in", inspected.where());
        fact("digest", manifest.digest().toString());
        fact("media type", manifest.raw().mediaType());
        switch (manifest) {
            case Manifest.Index index -> index.manifests().forEach(this::platform);
            case Manifest.Image image -> {
                fact(
                        "config",
                        image.config().digest() + "  "
                                + Sizes.text(image.config().size()));
                image.layers().forEach(layer -> fact("layer", layer.digest() + "  " + Sizes.text(layer.size())));
                fact(
                        "in all",
                        Sizes.text(image.layers().stream()
                                .mapToLong(Descriptor::size)
                                .sum()));
            }
        }
    }

    private void platform(Descriptor manifest) {
        String platform = manifest.platform().map(Platform::toString).orElse("no platform");
        fact("image", manifest.digest() + "  " + platform);
    }

    private void fact(String label, String text) {
        String gap = " ".repeat(Math.max(1, 12 - label.length()));
        console.out()
                .line(console.forOut().add("  ").add(Style.CYAN, label + ":").add(gap + text));
    }
}
