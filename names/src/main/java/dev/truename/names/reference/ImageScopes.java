package dev.truename.names.reference;

import java.util.ArrayList;
import java.util.List;

/// Under what an image is looked for in tables that say something of images, their repositories, and namespaces
/// (containers-policy.json(5) and containers-registries.d(5), "docker:").
public final class ImageScopes {
    private ImageScopes() {}

    /// From the image itself, as `HOST/REPOSITORY@DIGEST` or `HOST/REPOSITORY:TAG`, over the repository, its
    /// namespaces and the host, to `*.DOMAIN`. With tag and digest both the tag means nothing, as to whoever pulls.
    public static List<String> of(Qualified image) {
        String name = image.repository().toString();
        List<String> scopes = new ArrayList<>();
        scopes.add(
                image.digest().isPresent()
                        ? name + "@" + image.digest().get()
                        : name + ":" + image.tag().orElse(Tag.LATEST));
        for (int end = name.length(); end >= 0; end = name.lastIndexOf('/', end - 1)) {
            scopes.add(name.substring(0, end));
        }
        addDomains(image.repository().host(), scopes);
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
