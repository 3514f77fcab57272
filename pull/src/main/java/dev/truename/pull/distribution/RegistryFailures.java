package dev.truename.pull.distribution;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.failure.PullFailure.Malformed;
import dev.truename.pull.failure.PullFailure.NotFound;
import dev.truename.pull.failure.PullFailure.RateLimited;
import dev.truename.pull.failure.PullFailure.ServerError;
import dev.truename.pull.failure.PullFailure.Unauthorized;
import dev.truename.pull.transport.HttpAnswer;
import dev.truename.pull.transport.RetryAfter;
import dev.truename.pull.transport.Shown;
import java.util.Set;

/// An answer that is not what was asked for, as a [PullFailure].
///
/// `NotFound` lets a search go on to another registry, so a 404 counts as that only if it is a registry's word: an
/// error body of the specification's shape whose codes say it, or say nothing; or the header field that registries mark
/// themselves with. A web server's or proxy's 404 is `Malformed`.
final class RegistryFailures {
    private static final int MAX_ERROR = 64 * 1024;
    private static final String REGISTRY_MARK = "Docker-Distribution-Api-Version";
    /// NOT_FOUND is Harbor's, UNKNOWN registry.redhat.io's.
    private static final Set<String> SAY_UNKNOWN =
            Set.of("NAME_UNKNOWN", "MANIFEST_UNKNOWN", "BLOB_UNKNOWN", "NOT_FOUND", "UNKNOWN");

    private RegistryFailures() {}

    /// @param what was asked for, to be told
    static PullFailure of(HttpAnswer answer, String what) throws PullException {
        ErrorBody body = ErrorBody.parse(answer.start(MAX_ERROR));
        String source = answer.source();
        String told = told(answer.status(), body);
        return switch (answer.status()) {
            case 401, 403 ->
                new Unauthorized(source, "access to " + what + " is denied (" + told + "). " + advice(answer));
            case 404 ->
                isRegistrysWord(answer, body)
                        ? new NotFound(source, "the registry has no " + what + " (" + told + ")")
                        : new Malformed(source, "a 404 for " + what + " that is not a registry's (" + told + ")");
            case 429 -> new RateLimited(source, "too many requests (" + told + ")", RetryAfter.of(answer));
            default ->
                answer.status() >= 500
                        ? new ServerError(source, "the registry fails (" + told + ")", answer.status())
                        : new Malformed(source, "an answer that " + what + " does not have (" + told + ")");
        };
    }

    /// The answer of a server that is no registry.
    static PullFailure ofOther(HttpAnswer answer) {
        String source = answer.source();
        int status = answer.status();
        if (status == 429) {
            return new RateLimited(source, "too many requests (status 429)", RetryAfter.of(answer));
        }
        return status >= 500
                ? new ServerError(source, "the server fails (status " + status + ")", status)
                : new Malformed(source, "neither a file nor that there is none (status " + status + ")");
    }

    private static boolean isRegistrysWord(HttpAnswer answer, ErrorBody body) {
        if (answer.fromElsewhere()) {
            return false;
        }
        return body.shaped()
                ? body.codes().stream().allMatch(SAY_UNKNOWN::contains)
                : answer.header(REGISTRY_MARK).isPresent();
    }

    private static String advice(HttpAnswer answer) {
        return answer.endpoint().mayCarrySecrets()
                ? "Log in with credentials that may read it; many registries answer so where there is no such image"
                : "Credentials are sent over plain HTTP to this machine only: give the registry TLS";
    }

    private static String told(int status, ErrorBody body) {
        StringBuilder told = new StringBuilder("status ").append(status);
        body.codes().stream().limit(1).forEach(code -> told.append(", ").append(Shown.text(code)));
        body.messages().stream().limit(1).forEach(message -> told.append(": ").append(Shown.text(message)));
        return told.toString();
    }
}
