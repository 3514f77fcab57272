package dev.truename.pull.manifest;

import dev.truename.names.reference.Printable;
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
    /// Says that the manifest tells something about another one of the index (BuildKit, attestation-storage.md).
    private static final String ABOUT_ANOTHER = "vnd.docker.reference.type";

    private PlatformChoice() {}

    /// The first that fits best. Attestations, which share the list with the images that they are about, are never
    /// chosen. An index of one image that does not tell its platform gives that one: look into its config then.
    ///
    /// @param source for the failure
    /// @throws PullException with [PullFailure.Unsupported], which names what there is, if nothing fits
    public static Descriptor choose(Manifest.Index index, Platform wanted, String source) throws PullException {
        List<Descriptor> candidates =
                index.manifests().stream().filter(PlatformChoice::isImage).toList();
        for (String variant : variants(wanted)) {
            for (Descriptor descriptor : candidates) {
                if (descriptor
                        .platform()
                        .filter(there -> fits(there, wanted, variant))
                        .isPresent()) {
                    return descriptor;
                }
            }
        }
        if (candidates.size() == 1 && candidates.getFirst().platform().isEmpty()) {
            return candidates.getFirst();
        }
        throw new PullException(
                new PullFailure.Unsupported(source, "there is no image for " + wanted + "; there are: " + list(index)));
    }

    private static boolean isImage(Descriptor descriptor) {
        boolean manifest = MediaTypes.isImage(descriptor.mediaType()) || MediaTypes.isIndex(descriptor.mediaType());
        boolean unknown =
                descriptor.platform().filter(p -> p.os().equals("unknown")).isPresent();
        return manifest && !unknown && !descriptor.annotations().containsKey(ABOUT_ANOTHER);
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
        Optional<String> variant = platform.variant().map(PlatformChoice::withV);
        return switch (platform.architecture()) {
            case "arm64" -> variant.filter(v -> !v.equals("v8")).orElse("");
            case "amd64" -> variant.filter(v -> !v.equals("v1")).orElse("");
            case "arm" -> variant.orElse("v7");
            default -> variant.orElse("");
        };
    }

    /// `8` is written for `v8` too.
    private static String withV(String variant) {
        return variant.length() == 1 && Character.isDigit(variant.charAt(0)) ? "v" + variant : variant;
    }

    private static String list(Manifest.Index index) {
        String all = index.manifests().stream()
                .filter(PlatformChoice::isImage)
                .map(descriptor -> descriptor
                        .platform()
                        .map(p -> Printable.text(p.toString(), ManifestParser.SHOWN))
                        .orElse("one without platform"))
                .distinct()
                .limit(20)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }
}
