package dev.truename.pull.policy;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one `policy.json` says of images of registries. Of each place the strictest requirement is kept, since an image
/// has to meet all of them.
///
/// @param byDefault for what no scope fits
/// @param scopes by what they are written as: `HOST/REPOSITORY:TAG`, `HOST/REPOSITORY@DIGEST`, `HOST[/NAMESPACE...]`,
///     `*.DOMAIN`, or empty for all registries
record SignaturePolicy(Requirement byDefault, Map<String, Requirement> scopes) {
    private static final String EVERYWHERE = "";

    SignaturePolicy {
        requireNonNull(byDefault);
        scopes = Map.copyOf(scopes);
    }

    /// What counts for an image, and where that is written.
    ///
    /// @param place in words
    record Ruling(Requirement requirement, String place) {}

    /// The most special scope counts, alone.
    Ruling of(Qualified image) {
        for (String scope : scopes(image)) {
            @Nullable Requirement requirement = scopes.get(scope);
            if (requirement != null) {
                String name = scope.isEmpty() ? "all registries" : "\"" + scope + "\"";
                return new Ruling(requirement, "docker: " + name);
            }
        }
        return new Ruling(byDefault, "default");
    }

    /// Those that fit, from the image itself to all registries.
    private static List<String> scopes(Qualified image) {
        String name = image.repository().toString();
        List<String> scopes = new ArrayList<>();
        if (image.digest().isPresent()) {
            scopes.add(name + "@" + image.digest().get());
        }
        if (image.tag().isPresent() || image.digest().isEmpty()) {
            scopes.add(name + ":" + image.tag().orElse(Tag.LATEST));
        }
        for (int end = name.length(); end >= 0; end = name.lastIndexOf('/', end - 1)) {
            scopes.add(name.substring(0, end));
        }
        addDomains(image.repository().host(), scopes);
        scopes.add(EVERYWHERE);
        return scopes;
    }

    private static void addDomains(String host, List<String> scopes) {
        int port = host.indexOf(':');
        String domain = port < 0 ? host : host.substring(0, port);
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            scopes.add("*." + domain.substring(dot + 1));
        }
    }
}
