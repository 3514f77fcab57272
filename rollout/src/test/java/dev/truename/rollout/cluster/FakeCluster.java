package dev.truename.rollout.cluster;

import dev.truename.testkit.http.HttpServer;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// As much of an API server as lists need: pages, continue tokens that expire, rights, and who asks.
final class FakeCluster implements AutoCloseable {
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Set<String> forbidden = new HashSet<>();
    private final Map<String, Reply> instead = new HashMap<>();
    private final HttpServer server;

    /// `METHOD TARGET`, in order.
    final List<String> asked = new CopyOnWriteArrayList<>();
    /// Pages of that many at most, whatever limit is asked for.
    int page = Integer.MAX_VALUE;
    /// The token that must be shown; none if empty.
    String token = "";
    /// How many continue tokens are refused as expired, and whether the refusal says where to go on.
    int expiring;
    boolean tellsWhereToGoOn;

    FakeCluster(@Nullable SSLContext tls) {
        server = HttpServer.start(this::handle, tls);
        for (WorkloadKind kind : WorkloadKind.values()) {
            if (kind.everywhere()) {
                lists.put("/" + kind.path(""), new ArrayList<>());
            }
        }
    }

    String url() {
        return (server.isSecure() ? "https" : "http") + "://127.0.0.1:" + server.port();
    }

    FakeCluster has(WorkloadKind kind, String object) {
        lists.computeIfAbsent("/" + kind.path(""), _ -> new ArrayList<>()).add(object);
        return this;
    }

    FakeCluster forbids(WorkloadKind kind) {
        forbidden.add("/" + kind.path(""));
        return this;
    }

    FakeCluster answers(WorkloadKind kind, Reply reply) {
        instead.put("/" + kind.path(""), reply);
        return this;
    }

    private Reply handle(Request request) {
        asked.add(request.method() + " " + request.target());
        String authorization = request.headers().first("Authorization").orElse("");
        if (!token.isEmpty() && !authorization.equals("Bearer " + token)) {
            return new Reply.Full(status(401, "Unauthorized", ""));
        }
        String namespace = namespace(request.path());
        String path = namespace.isEmpty() ? request.path() : request.path().replace("/namespaces/" + namespace, "");
        if (instead.containsKey(path)) {
            return instead.get(path);
        }
        if (forbidden.contains(path)) {
            return new Reply.Full(status(403, path.substring(path.lastIndexOf('/') + 1) + " is forbidden", ""));
        }
        return new Reply.Full(list(request, path, namespace));
    }

    private static String namespace(String path) {
        int start = path.indexOf("/namespaces/");
        return start < 0 ? "" : path.substring(start + 12, path.indexOf('/', start + 12));
    }

    private Response list(Request request, String path, String namespace) {
        if (!lists.containsKey(path)) {
            return status(404, "the server could not find the requested resource", "");
        }
        List<String> objects = lists.get(path).stream()
                .filter(each -> namespace.isEmpty() || each.contains("\"namespace\":\"" + namespace + "\""))
                .toList();
        int limit = Math.min(page, Integer.parseInt(request.parameter("limit").orElse("500")));
        Optional<String> place = request.parameter("continue");
        if (place.isPresent() && expiring > 0) {
            expiring--;
            return status(410, "The provided continue parameter is too old", tellsWhereToGoOn ? place.get() : "");
        }
        int from = place.map(text -> Integer.parseInt(text.substring("at =".length())))
                .orElse(0);
        int to = Math.min(objects.size(), from + limit);
        String next = to < objects.size() ? "at =" + to : "";
        return Response.json(
                200,
                "{\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"1\",\"continue\":\"" + next + "\"},\"items\":["
                        + String.join(",", objects.subList(from, to)) + "]}");
    }

    private static Response status(int code, String message, String goOn) {
        return Response.json(
                code,
                "{\"kind\":\"Status\",\"metadata\":{\"continue\":\"" + goOn
                        + "\"},\"status\":\"Failure\",\"message\":\"" + message + "\",\"code\":" + code + "}");
    }

    /// Writes a kubeconfig whose current context `here` leads to it.
    ///
    /// @param cluster further lines of the cluster, such as its certificate authority
    /// @param user lines of the user
    Path kubeconfig(Path folder, String cluster, String user) throws IOException {
        return Files.writeString(
                folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: here
                contexts:
                - name: here
                  context: {cluster: c, user: u, namespace: not-this-one}
                - name: elsewhere
                  context: {cluster: d, user: u}
                clusters:
                - name: c
                  cluster:
                    server: %s
                    %s
                - name: d
                  cluster:
                    server: http://127.0.0.1:1
                users:
                - name: u
                  user:
                    %s
                """.formatted(url(), cluster, user.isEmpty() ? "{}" : user));
    }

    @Override
    public void close() {
        server.close();
    }
}
