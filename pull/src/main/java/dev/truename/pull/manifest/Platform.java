package dev.truename.pull.manifest;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an image runs on, in Go's words: `linux`, `amd64`, `v8`.
public record Platform(String os, String architecture, Optional<String> variant) {
    private static final int MAX_WORD = 32;

    public Platform {
        requireNonNull(os);
        requireNonNull(architecture);
        requireNonNull(variant);
    }

    /// Reads `os/architecture[/variant]`; `x86_64`, `aarch64` and the like are taken for Go's names.
    ///
    /// @throws IllegalArgumentException if it is anything else, with a message for people
    public static Platform parse(String text) {
        List<String> words = List.of(text.split("/", -1));
        if (words.size() < 2 || words.size() > 3 || !words.stream().allMatch(Platform::isWord)) {
            throw new IllegalArgumentException(
                    "a platform is OS/ARCHITECTURE[/VARIANT], such as linux/arm64 or linux/arm/v7: "
                            + Printable.text(text, ManifestParser.SHOWN));
        }
        return named(words.get(0), words.get(1), words.size() == 3 ? Optional.of(words.get(2)) : Optional.empty());
    }

    /// With Go's name for an architecture that others call differently.
    private static Platform named(String os, String architecture, Optional<String> variant) {
        return switch (architecture) {
            case "x86_64", "x86-64" -> new Platform(os, "amd64", variant);
            case "aarch64" -> new Platform(os, "arm64", variant);
            case "x86", "i386", "i486", "i586", "i686" -> new Platform(os, "386", variant);
            case "armhf" -> new Platform(os, "arm", variant.or(() -> Optional.of("v7")));
            case "armel" -> new Platform(os, "arm", variant.or(() -> Optional.of("v6")));
            case "loongarch64" -> new Platform(os, "loong64", variant);
            default -> new Platform(os, architecture, variant);
        };
    }

    private static boolean isWord(String word) {
        return !word.isEmpty()
                && word.length() <= MAX_WORD
                && word.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0);
    }

    /// What images are run on, on a host where Java calls system and processor so. Containers are Linux unless the host
    /// is Windows.
    ///
    /// @param osName `os.name`
    /// @param osArch `os.arch`
    public static Platform ofHost(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("windows") ? "windows" : "linux";
        Platform platform = named(os, osArch.toLowerCase(Locale.ROOT), Optional.empty());
        return switch (platform.architecture()) {
            case "arm64" -> new Platform(os, "arm64", Optional.of("v8"));
            case "arm" -> new Platform(os, "arm", Optional.of("v7"));
            default -> platform;
        };
    }

    /// Whether it says both system and architecture; what somebody else wrote need not.
    public boolean isTold() {
        return !os.isEmpty() && !architecture.isEmpty();
    }

    @Override
    public String toString() {
        return os + "/" + architecture + variant.map(v -> "/" + v).orElse("");
    }
}
