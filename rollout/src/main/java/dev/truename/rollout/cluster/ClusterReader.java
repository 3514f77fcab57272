package dev.truename.rollout.cluster;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.truename.names.reference.Printable;
import dev.truename.names.workload.Place;
import dev.truename.names.workload.Problem;
import dev.truename.names.workload.Reading;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads which images a cluster's workloads name. Reads lists only, page by page; one kind that may not be read does
/// not keep the others from it.
public final class ClusterReader {
    private static final int PAGE = 250;
    private static final int MAX_OBJECTS = 500_000;
    private static final int MAX_PAGES = 10_000;
    private static final int MAX_GATHERED = 2_000_000;
    /// How often a list is gone on with, or begun again, after its place was lost.
    private static final int MAX_RESTARTS = 5;

    private final String userAgent;

    /// @param userAgent how the API server's log names the reader, such as `truename/1.0`
    public ClusterReader(String userAgent) {
        this.userAgent = requireNonNull(userAgent);
    }

    /// Reads. Blocks; interrupting the thread ends it with [ClusterException.Kind#INTERRUPTED].
    ///
    /// @throws ClusterException if nothing could be read
    public ClusterReading read(ClusterChoice choice) throws ClusterException {
        requireNamespace(choice.namespace().orElse("all"));
        try (ApiServer server = new ApiServer(ClusterConfig.of(choice, userAgent), choice.patience())) {
            return new Run(server, choice.namespace().orElse("")).read();
        }
    }

    /// A namespace goes into paths (RFC 1123 label).
    private static void requireNamespace(String text) throws ClusterException {
        boolean valid = text.length() <= 63
                && !text.isEmpty()
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
        if (!valid) {
            throw new ClusterException(
                    ClusterException.Kind.CONFIGURATION,
                    "\"" + Printable.text(text) + "\" is no namespace",
                    "A namespace has lower-case letters, digits and dashes, at most 63.");
        }
    }

    /// One reading.
    private static final class Run {
        private final ApiServer server;
        private final String namespace;
        private final Gathering gathering = new Gathering();
        private final List<Problem> problems = new ArrayList<>();
        private int read;

        Run(ApiServer server, String namespace) {
            this.server = server;
            this.namespace = namespace;
        }

        ClusterReading read() throws ClusterException {
            for (WorkloadKind kind : WorkloadKind.values()) {
                read(kind);
            }
            if (read == 0 && !problems.isEmpty()) {
                throw new ClusterException(
                        ClusterException.Kind.FORBIDDEN,
                        server.shown() + ": nothing can be read: "
                                + problems.getFirst().message(),
                        problems.getFirst().fix());
            }
            return new ClusterReading(
                    new Reading(gathering.uses(), problems, gathering.objects()), gathering.running());
        }

        private void read(WorkloadKind kind) throws ClusterException {
            String token = "";
            int restarts = 0;
            for (int pages = 0; pages < MAX_PAGES && !isFull(); pages++) {
                ApiAnswer answer = server.get(query(kind, token));
                if (answer.status() == 200) {
                    String next = page(kind, answer);
                    if (next.isEmpty() || standsStill(kind, token, next)) {
                        return;
                    }
                    token = next;
                } else if (answer.status() == 410 && !token.isEmpty() && ++restarts <= MAX_RESTARTS) {
                    // Its place in the list has been forgotten: it may say where to go on; else begin again.
                    token = answer.error().path("metadata").path("continue").asText("");
                } else {
                    refused(kind, answer);
                    return;
                }
            }
            problem(
                    kind,
                    Problem.Kind.LIMIT,
                    "the cluster has more " + kind.plural() + " than are read",
                    "Read one namespace at a time.");
        }

        /// A list whose next page is this one has no end.
        private boolean standsStill(WorkloadKind kind, String token, String next) {
            if (next.equals(token)) {
                problem(
                        kind,
                        Problem.Kind.SYNTAX,
                        "the API server's list of " + kind.plural() + " does not go on from where it stands",
                        "Check whether something stands between here and the API server.");
            }
            return next.equals(token);
        }

        private boolean isFull() {
            return gathering.objects() >= MAX_OBJECTS || gathering.size() >= MAX_GATHERED;
        }

        private String query(WorkloadKind kind, String token) {
            String further = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
            return kind.path(namespace) + "?limit=" + PAGE + further;
        }

        private String page(WorkloadKind kind, ApiAnswer answer) {
            try {
                String next = Page.read(answer.body(), object -> gathering.add(kind, object));
                read += next.isEmpty() ? 1 : 0;
                return next;
            } catch (IOException e) {
                problem(
                        kind,
                        Problem.Kind.SYNTAX,
                        "the API server's list of " + kind.plural() + " is not readable: "
                                + Printable.text(String.valueOf(e.getMessage()), 200),
                        "Check whether something stands between here and the API server.");
                return "";
            }
        }

        private void refused(WorkloadKind kind, ApiAnswer answer) throws ClusterException {
            JsonNode error = answer.error();
            String told = Printable.text(error.path("message").asText("status " + answer.status()), 300);
            switch (answer.status()) {
                case 401 ->
                    throw new ClusterException(
                            ClusterException.Kind.UNAUTHORIZED,
                            server.shown() + " does not know who asks: " + told,
                            "Log in to the cluster again (oc login, or what made the kubeconfig).");
                case 403 -> problem(kind, Problem.Kind.UNREADABLE, told, right(kind));
                case 404 -> {
                    if (kind.everywhere()) {
                        problem(kind, Problem.Kind.UNREADABLE, told, "Check whether this is a Kubernetes API server.");
                    }
                }
                default -> problem(kind, Problem.Kind.UNREADABLE, told, "Try again later.");
            }
        }

        private static String right(WorkloadKind kind) {
            String resource = kind.plural() + (kind.group().isEmpty() ? "" : "." + kind.group());
            return "Ask for the right to list " + resource + ", such as by the cluster role view, or name a"
                    + " namespace that may be read.";
        }

        private void problem(WorkloadKind kind, Problem.Kind what, String message, String fix) {
            String place = "cluster " + (namespace.isEmpty() ? "*" : namespace) + "/" + kind.word();
            problems.add(new Problem(Place.withoutLines(place), what, message, fix));
        }
    }
}
