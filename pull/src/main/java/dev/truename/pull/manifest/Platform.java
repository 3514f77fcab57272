package dev.truename.pull.manifest;

import static java.util.Objects.requireNonNull;

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

    /// Reads `os/architecture[/variant]`.
    ///
    /// @throws IllegalArgumentException if it is anything else, with a message for people
    public static Platform parse(String text) {
        List<String> words = List.of(text.split("/", -1));
        if (words.size() < 2 || words.size() > 3 || !words.stream().allMatch(Platform::isWord)) {
            throw new IllegalArgumentException(
                    "a platform is OS/ARCHITECTURE[/VARIANT], such as linux/arm64 or linux/arm/v7: "
                            + Names.shown(text));
        }
        return new Platform(
                words.get(0), words.get(1), words.size() == 3 ? Optional.of(words.get(2)) : Optional.empty());
    }

    private static boolean isWord(String word) {
        return !word.isEmpty()
                && word.length() <= MAX_WORD
                && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-');
    }

    /// What images are run on, on a host where Java calls system and processor so. Containers are Linux unless the host
    /// is Windows.
    ///
    /// @param osName `os.name`
    /// @param osArch `os.arch`
    public static Platform ofHost(String osName, String osArch) {
        String architecture = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "x86_64", "amd64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            case "x86", "i386", "i486", "i586", "i686" -> "386";
            case "loongarch64" -> "loong64";
            default -> osArch;
        };
        String os = osName.toLowerCase(Locale.ROOT).startsWith("windows") ? "windows" : "linux";
        return new Platform(os, architecture, Optional.empty());
    }

    @Override
    public String toString() {
        return os + "/" + architecture + variant.map(v -> "/" + v).orElse("");
    }
}
