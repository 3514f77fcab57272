package dev.truename.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.sarif.SarifRequirements;
import dev.truename.cli.spec.ExitCode;
import dev.truename.testkit.http.HttpServer;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A cluster's workloads through the command. What its API server can do to a reader is tested where the reader is.
class AuditClusterTest {
    private static final String DEPLOYMENT = """
            {"metadata":{"namespace":"shop","name":"web"},"spec":{"template":{"spec":{"containers":[
            {"name":"app","image":"redis:7"},{"name":"side","image":"quay.io/x/y:1"}]}}}}""";

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer api = HttpServer.start(this::answer, null);
    private Host host;
    private Path kubeconfig;
    private int status = 200;

    @BeforeEach
    void configure() throws IOException {
        host = new Host(folder).with("unqualified-search-registries = [\"docker.io\", \"quay.io\"]\n");
        kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
                current-context: here
                contexts: [{name: here, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: u, user: {}}]
                """.formatted(api.port()));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Reply answer(Request request) {
        asked.add(request.path());
        String items = request.path().endsWith("/deployments") ? DEPLOYMENT : "";
        return new Reply.Full(Response.json(
                status, "{\"kind\":\"List\",\"message\":\"not for you\",\"metadata\":{},\"items\":[" + items + "]}"));
    }

    private CommandRun audit(String options) {
        return host.run("audit --cluster --kubeconfig " + kubeconfig + " " + options);
    }

    @Test
    void aClustersNamesAreAudited() {
        CommandRun run = audit("--json");
        assertEquals(ExitCode.FINDINGS, run.exit(), run.err());
        assertTrue(run.out().contains("\"name\":\"redis:7\""), run.out());
        assertTrue(run.out().contains("\"name\":\"quay.io/x/y:1\""), run.out());
        assertTrue(run.out().contains("cluster shop/Deployment/web"), run.out());
        assertTrue(run.out().contains("Deployment web, container app"), run.out());
    }

    /// An object has no lines.
    @Test
    void aUseIsPlacedByItsObject() {
        assertTrue(audit("").out().contains("used  cluster shop/Deployment/web: Deployment web, container app"));
        String sarif = audit("--sarif").out();
        SarifRequirements.check(sarif);
        assertTrue(sarif.contains("{\"fullyQualifiedName\":\"cluster shop/Deployment/web\","), sarif);
    }

    @Test
    void filesAreReadBesideIt() throws IOException {
        Path list = Files.writeString(folder.resolve("images.txt"), "postgres:16\n");
        CommandRun run = audit("--json " + list);
        assertTrue(run.out().contains("\"name\":\"redis:7\""), run.out());
        assertTrue(run.out().contains("\"name\":\"postgres:16\""), run.out());
    }

    @Test
    void oneNamespaceIsReadAlone() {
        audit("--namespace shop --json");
        assertTrue(asked.stream().allMatch(path -> path.contains("/namespaces/shop/")), asked.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "401, CREDENTIALS, cluster-unauthorized",
        "403, CREDENTIALS, cluster-forbidden",
    })
    void whoMayNotReadGetsOneError(int answered, ExitCode code, String kind) {
        status = answered;
        CommandRun run = audit("--json");
        assertEquals(code, run.exit());
        assertTrue(run.out().startsWith("{\"error\":{\"kind\":\"" + kind + "\""), run.out());
        assertTrue(run.out().contains("not for you"), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            audit --context x deploy          | --context is for --cluster
            audit --kubeconfig x deploy       | --kubeconfig is for --cluster
            audit --namespace x deploy        | --namespace is for --cluster
            audit                             | missing INPUT
            """)
    void wrongUsageIsTold(String line, String error) {
        CommandRun run = host.run(line);
        assertEquals(ExitCode.USAGE, run.exit());
        assertEquals("truename: " + error, run.err().lines().findFirst().orElse(""));
    }

    @Test
    void aKubeconfigThatIsNotThereIsAConfigurationError() {
        CommandRun run = host.run("audit --cluster --kubeconfig " + folder + "/none");
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        assertEquals(List.of(), asked);
    }
}
