package dev.truename.pull.policy;

import dev.truename.names.reference.ImageScopes;
import dev.truename.names.reference.Qualified;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one `policy.json` says of images of registries. An image has to meet all requirements of the one place that
/// counts for it.
///
/// @param byDefault for what no scope fits
/// @param scopes by what they are written as, see [ImageScopes], or empty for all registries
record SignaturePolicy(List<Requirement> byDefault, Map<String, List<Requirement>> scopes) {
    private static final String EVERYWHERE = "";
    private static final String DEFAULT_PATH = "$.default";

    SignaturePolicy {
        byDefault = List.copyOf(byDefault);
        scopes = Map.copyOf(scopes);
    }

    /// What counts for an image, and where that is written.
    ///
    /// @param place in words
    /// @param path see [dev.truename.pull.json.JsonPlaces]
    record Place(List<Requirement> requirements, String place, String path) {}

    /// The most special scope counts, alone.
    Place of(Qualified image) {
        for (String scope : ImageScopes.of(image)) {
            @Nullable List<Requirement> requirements = scopes.get(scope);
            if (requirements != null) {
                return new Place(requirements, "docker: \"" + scope + "\"", path(scope));
            }
        }
        @Nullable List<Requirement> everywhere = scopes.get(EVERYWHERE);
        return everywhere == null
                ? new Place(byDefault, "default", DEFAULT_PATH)
                : new Place(everywhere, "docker: all registries", path(EVERYWHERE));
    }

    private static String path(String scope) {
        return SignaturePolicyReader.REGISTRIES_PATH + "." + scope;
    }
}
