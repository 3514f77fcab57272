package dev.truename.pull.manifest;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Chooses from an index: same system and architecture, and the best variant that the wanted one can run. An older
/// variant serves a newer processor; a newer one never an older.
public final class PlatformChoice {
    private static final int OLDEST_ARM = 5;

    private PlatformChoice() {}

    /// The first that fits best.
    ///
    /// @param source for the failure
    /// @throws PullException with [PullFailure.Unsupported], which names what there is, if nothing fits
    public static Descriptor choose(Manifest.Index index, Platform wanted, String source) throws PullException {
        for (String variant : variants(wanted)) {
            for (Descriptor descriptor : index.manifests()) {
                if (descriptor
                        .platform()
                        .filter(there -> fits(there, wanted, variant))
                        .isPresent()) {
                    return descriptor;
                }
            }
        }
        if (index.manifests().size() == 1
                && index.manifests().getFirst().platform().isEmpty()) {
            return index.manifests().getFirst();
        }
        throw new PullException(
                new PullFailure.Unsupported(source, "there is no image for " + wanted + "; there are: " + list(index)));
    }

    /// Whether an image of this platform runs where `wanted` is asked for.
    public static boolean fits(Platform there, Platform wanted) {
        return variants(wanted).stream().anyMatch(variant -> fits(there, wanted, variant));
    }

    private static boolean fits(Platform there, Platform wanted, String variant) {
        return there.os().equals(wanted.os())
                && there.architecture().equals(wanted.architecture())
                && normalised(there).equals(variant);
    }

    /// The variants that will do, best first.
    private static List<String> variants(Platform wanted) {
        String variant = normalised(wanted);
        List<String> variants = new ArrayList<>();
        int level = level(variant);
        int oldest = switch (wanted.architecture()) {
            case "arm" -> OLDEST_ARM;
            case "amd64" -> 2;
            default -> level;
        };
        variants.add(variant);
        for (int i = level - 1; i >= oldest; i--) {
            variants.add("v" + i);
        }
        if (!variant.isEmpty()) {
            variants.add("");
        }
        return variants;
    }

    /// The number of `v8`, 0 where there is none.
    private static int level(String variant) {
        return variant.length() == 2 && variant.charAt(0) == 'v' && variant.charAt(1) >= '0' && variant.charAt(1) <= '9'
                ? variant.charAt(1) - '0'
                : 0;
    }

    /// The variant, where the one that goes without saying is left out, as containerd does it: `v8` of arm64, `v1` of
    /// amd64; an arm without variant is a `v7`.
    private static String normalised(Platform platform) {
        Optional<String> variant = platform.variant();
        return switch (platform.architecture()) {
            case "arm64" -> variant.filter(v -> !v.equals("v8")).orElse("");
            case "amd64" -> variant.filter(v -> !v.equals("v1")).orElse("");
            case "arm" -> variant.orElse("v7");
            default -> variant.orElse("");
        };
    }

    private static String list(Manifest.Index index) {
        String all = index.manifests().stream()
                .map(descriptor -> descriptor
                        .platform()
                        .map(p -> Names.shown(p.toString()))
                        .orElse("one without platform"))
                .distinct()
                .limit(20)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }
}
