package dev.truename.pull.distribution;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.transport.HttpAnswer;
import java.util.Locale;

/// Media types as registries tell them.
final class ContentTypes {
    private static final String SCHEMA_1 = "application/vnd.docker.distribution.manifest.v1+";

    private ContentTypes() {}

    /// `Content-Type` in lower case without parameters; empty if there is none: then the manifest itself must say it.
    static String mediaType(HttpAnswer answer) {
        String value = answer.header("Content-Type").orElse("");
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /// @throws PullException as `Unsupported` for schema 1, which cannot be verified by its digest
    static void requireSupported(HttpAnswer answer, String mediaType) throws PullException {
        if (mediaType.startsWith(SCHEMA_1)) {
            throw new PullException(new PullFailure.Unsupported(
                    answer.source(),
                    "the image has Docker's old manifest schema 1, which is not pulled; push it again with a current"
                            + " tool"));
        }
    }

    /// Layers that the registry need not have (OCI: non-distributable; Docker: foreign).
    static boolean foreign(String mediaType) {
        return mediaType.contains(".nondistributable.") || mediaType.contains(".foreign.");
    }
}
