package dev.truename.cri.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.pull.policy.SignaturePolicyFiles;
import dev.truename.pull.policy.SignatureStorage;
import dev.truename.testkit.access.Denial;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.fault.Fault;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a pod's events say of every kind of failure, word for word.
@Timeout(60)
class ErrorsTest {
    private static final TestImage IMAGE =
            TestImage.builder().layer(Layer.file("etc/motd", "hello")).build();
    private static final String ALIAS = "[aliases]\n\"app\" = \"{first}/team/app\"\n";
    private static final String SEARCH = "unqualified-search-registries = [\"{first}\", \"{second}\"]\n";

    private static final String POLICY = """
            {
              "default": [{"type": "insecureAcceptAnything"}],
              "transports": {
                "docker": {
                  "signed.example": [{"type": "sigstoreSigned", "keyPath": "/key"}],
                  "rejected.example": [{"type": "reject"}]
                }
              }
            }
            """;

    @TempDir
    private Path folder;

    /// Something goes wrong.
    @FunctionalInterface
    interface Trouble {
        void with(Served served) throws IOException;
    }

    private static final Trouble NONE = served -> {};

    private static Trouble fault(Fault fault) {
        return served -> {
            served.first.push("team/app", "1", IMAGE);
            served.first.inject(RequestMatcher.any(), fault);
        };
    }

    private static Trouble blobFault(Fault fault) {
        return served -> {
            served.first.push("team/app", "1", IMAGE);
            String layer = IMAGE.layers().getFirst().blob().digest();
            served.first.inject(RequestMatcher.blobs().reference(layer), fault);
        };
    }

    private static void breakStore(Served served) throws IOException {
        served.first.push("team/app", "1", IMAGE);
        Path blobs = served.folder().resolve("store/blobs/sha256");
        Files.deleteIfExists(blobs);
        Files.createDirectories(blobs.getParent());
        Files.writeString(blobs, "in the way");
    }

    record Case(String name, String toml, String image, Trouble trouble, Status.Code code, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Case> cases() {
        return List.of(
                new Case("an alias whose image is not there", ALIAS, "app:1", NONE, Status.Code.NOT_FOUND, """
                        cannot pull app:1: {first}/team/app:1 ({folder}/registries.conf:4): not found: \
                        http://{first}/v2/team/app/manifests/1: the registry has no manifest 1 (status 404, \
                        NAME_UNKNOWN: repository name not known to registry); check the name and the tag; \
                        "app" is an alias of {first}/team/app ({folder}/registries.conf:2)"""),
                new Case("a search that finds nothing", SEARCH, "team/app:1", NONE, Status.Code.NOT_FOUND, """
                        cannot pull team/app:1: {first}/team/app:1 ({folder}/registries.conf:3): not found: \
                        http://{first}/v2/team/app/manifests/1: the registry has no manifest 1 (status 404, \
                        NAME_UNKNOWN: repository name not known to registry); check the name and the tag; \
                        "team/app:1" has no alias and is searched: {first}/team/app:1 \
                        ({folder}/registries.conf:1), {second}/team/app:1 ({folder}/registries.conf:1); \
                        write the full name, or say what it means on this node: "team/app" = \
                        "REGISTRY/REPOSITORY" below [aliases] in a file of registries.conf.d; also: \
                        {second}/team/app:1 ({folder}/registries.conf:6): not found: \
                        http://{second}/v2/team/app/manifests/1: the registry has no manifest 1 (status 404, \
                        NAME_UNKNOWN: repository name not known to registry)"""),
                new Case("a full name that is not there", "", "{first}/team/app:1", NONE, Status.Code.NOT_FOUND, """
                        cannot pull {first}/team/app:1: {first}/team/app:1 ({folder}/registries.conf:2): not \
                        found: http://{first}/v2/team/app/manifests/1: the registry has no manifest 1 \
                        (status 404, NAME_UNKNOWN: repository name not known to registry); check the name \
                        and the tag"""),
                new Case(
                        "no credentials",
                        ALIAS,
                        "app:1",
                        s -> s.first.deny("team/app", Denial.UNAUTHORIZED),
                        Status.Code.UNAUTHENTICATED,
                        """
                        cannot pull app:1: {first}/team/app:1 ({folder}/registries.conf:4): not allowed: \
                        http://{first}/v2/team/app/manifests/1: access to manifest 1 is denied (status 401, \
                        UNAUTHORIZED: authentication required). Log in with credentials that may read it; \
                        many registries answer so where there is no such image; give the pod a pull secret \
                        for this registry (it counts for a full name only), or the node credentials; "app" \
                        is an alias of {first}/team/app ({folder}/registries.conf:2)"""),
                new Case(
                        "credentials that are not enough, in a search",
                        SEARCH,
                        "team/app:1",
                        s -> s.first.deny("team/app", Denial.FORBIDDEN),
                        Status.Code.UNAUTHENTICATED,
                        """
                        cannot pull team/app:1: {first}/team/app:1 ({folder}/registries.conf:3): not \
                        allowed: http://{first}/v2/team/app/manifests/1: access to manifest 1 is denied \
                        (status 403, DENIED: requested access to the resource is denied). Log in with \
                        credentials that may read it; many registries answer so where there is no such \
                        image; give the pod a pull secret for this registry (it counts for a full name \
                        only), or the node credentials; {second}/team/app:1 was not tried in its place; \
                        "team/app:1" has no alias and is searched: {first}/team/app:1 \
                        ({folder}/registries.conf:1), {second}/team/app:1 ({folder}/registries.conf:1); \
                        write the full name, or say what it means on this node: "team/app" = \
                        "REGISTRY/REPOSITORY" below [aliases] in a file of registries.conf.d"""),
                new Case(
                        "a rate limit",
                        ALIAS,
                        "app:1",
                        fault(Faults.tooManyRequests(0)),
                        Status.Code.RESOURCE_EXHAUSTED,
                        """
                        cannot pull app:1: {first}/team/app:1 ({folder}/registries.conf:4): too many \
                        requests: http://{first}/v2/team/app/manifests/1: too many requests (status 429, \
                        TOOMANYREQUESTS: too many requests); it is worth trying again in 1 s; "app" is an \
                        alias of {first}/team/app ({folder}/registries.conf:2)"""),
                new Case("a registry that fails", ALIAS, "app:1", fault(Faults.status(500)), Status.Code.UNKNOWN, """
                        RegistryUnavailable: cannot pull app:1: {first}/team/app:1 \
                        ({folder}/registries.conf:4): the registry fails: \
                        http://{first}/v2/team/app/manifests/1: the registry fails (status 500); try again \
                        later; "app" is an alias of {first}/team/app ({folder}/registries.conf:2)"""),
                new Case(
                        "a registry that is away, in a search",
                        SEARCH,
                        "team/app:1",
                        s -> s.first.close(),
                        Status.Code.UNKNOWN,
                        """
                        RegistryUnavailable: cannot pull team/app:1: {first}/team/app:1 \
                        ({folder}/registries.conf:3): not reachable: \
                        https://{first}/v2/team/app/manifests/1: the connection was refused: Connection \
                        refused; check the host's name, the network and the proxies of this node; \
                        {second}/team/app:1 was not tried in its place; "team/app:1" has no alias and is \
                        searched: {first}/team/app:1 ({folder}/registries.conf:1), {second}/team/app:1 \
                        ({folder}/registries.conf:1); write the full name, or say what it means on this \
                        node: "team/app" = "REGISTRY/REPOSITORY" below [aliases] in a file of \
                        registries.conf.d"""),
                new Case(
                        "a signature that is wanted",
                        "[aliases]\n\"app\" = \"signed.example/app\"\n",
                        "app:1",
                        NONE,
                        Status.Code.UNKNOWN,
                        """
                        SignatureValidationFailed: cannot pull app:1: signed.example/app:1: not verified: \
                        {folder}/policy.json:5: this policy wants signed.example/app:1 signed (docker: \
                        "signed.example") by sigstoreSigned, and such signatures are not verified here; correct the policy, or let \
                        truename serve pull without looking at it: --ignore-signature-policy; "app" is an alias of \
                        signed.example/app ({folder}/registries.conf:2)"""),
                new Case(
                        "a policy that rejects",
                        "",
                        "rejected.example/app:1",
                        NONE,
                        Status.Code.PERMISSION_DENIED,
                        """
                        cannot pull rejected.example/app:1: rejected.example/app:1: blocked: {folder}/policy.json:6: this \
                        policy rejects rejected.example/app:1 (docker: "rejected.example"); take the image from \
                        elsewhere, or lift the block where it is set"""),
                new Case(
                        "no TLS",
                        "[aliases]\n\"app\" = \"localhost:{port}/team/app\"\n",
                        "app:1",
                        NONE,
                        Status.Code.FAILED_PRECONDITION,
                        """
                        cannot pull app:1: localhost:{port}/team/app:1: no trusted connection: \
                        https://localhost:{port}/v2/team/app/manifests/1: there is no TLS; plain HTTP is \
                        used with insecure sources only; put the registry's certificate authority into \
                        certs.d on this node; if it has no TLS, give it insecure = true in registries.conf; \
                        "app" is an alias of localhost:{port}/team/app ({folder}/registries.conf:2)"""),
                new Case(
                        "a block",
                        "[[registry]]\nlocation = \"{first}/team\"\nblocked = true\n" + ALIAS,
                        "app:1",
                        NONE,
                        Status.Code.PERMISSION_DENIED,
                        """
                        {first}/team/app:1 may not be pulled: {first}/team is blocked \
                        ({folder}/registries.conf:3); take the image from another registry, or lift the \
                        block where it is set"""),
                new Case(
                        "a layer that is not what its digest says",
                        ALIAS,
                        "app:1",
                        blobFault(Faults.corrupt(3)),
                        Status.Code.DATA_LOSS,
                        """
                        cannot pull app:1: {first}/team/app:1 ({folder}/registries.conf:4): not what was \
                        asked for: {layer}: \
                        the bytes have the digest {other}; nothing was stored; do not trust this \
                        source until its operator explains it; "app" is an alias of {first}/team/app \
                        ({folder}/registries.conf:2)"""),
                new Case("an endless manifest", ALIAS, "app:1", fault(Faults.endless()), Status.Code.DATA_LOSS, """
                        cannot pull app:1: {first}/team/app:1 ({folder}/registries.conf:4): too large: \
                        http://{first}/v2/team/app/manifests/1: the answer is larger than 4194304 bytes; \
                        nothing was stored; do not trust this source until its operator explains it; "app" \
                        is an alias of {first}/team/app ({folder}/registries.conf:2)"""),
                new Case("a login page", ALIAS, "app:1", fault(Faults.loginPage()), Status.Code.DATA_LOSS, """
                        cannot pull app:1: {first}/team/app:1 ({folder}/registries.conf:4): a malformed \
                        answer: {first}/team/app: the manifest \
                        sha256:1eed1d7ee6fa08ceb11b11b8a5161edc50724c388ec4ce4f3e26259fd18c7344 is refused: \
                        it is not valid JSON, or nested too deep (line 1 column 1); nothing was stored; do \
                        not trust this source until its operator explains it; "app" is an alias of \
                        {first}/team/app ({folder}/registries.conf:2)"""),
                new Case(
                        "no image for this platform",
                        ALIAS,
                        "app:1",
                        s -> s.first.push(
                                "team/app",
                                "1",
                                TestIndex.of(TestImage.builder()
                                        .platform(Platform.ARM64)
                                        .layer(Layer.file("a", "b"))
                                        .build())),
                        Status.Code.FAILED_PRECONDITION,
                        """
                        cannot pull app:1: {first}/team/app:1 ({folder}/registries.conf:4): not supported: \
                        {first}/team/app: there is no image for linux/amd64; there are: linux/arm64/v8; take \
                        an image for this node's platform; "app" is an alias of {first}/team/app \
                        ({folder}/registries.conf:2)"""),
                new Case("a store that is broken", ALIAS, "app:1", ErrorsTest::breakStore, Status.Code.INTERNAL, """
                        cannot pull app:1: {first}/team/app:1 ({folder}/registries.conf:4): the store fails: \
                        {folder}/store: something else is in its place at {folder}/store/blobs/sha256; move \
                        it away, or choose another store with --root; check the store's permissions and free \
                        space on this node; "app" is an alias of {first}/team/app \
                        ({folder}/registries.conf:2)"""),
                new Case(
                        "a registry that says nothing",
                        ALIAS,
                        "app:1",
                        blobFault(Faults.silence()),
                        Status.Code.UNKNOWN,
                        """
                        RegistryUnavailable: cannot pull app:1: {first}/team/app:1 \
                        ({folder}/registries.conf:4): not reachable: {first}: nothing happened for 5 s, so \
                        the pull was ended; check the host's name, the network and the proxies of this node; \
                        "app" is an alias of {first}/team/app ({folder}/registries.conf:2)"""),
                new Case(
                        "a short name that is ambiguous",
                        "short-name-mode = \"enforcing\"\n" + SEARCH,
                        "team/app:1",
                        NONE,
                        Status.Code.FAILED_PRECONDITION,
                        """
                        short name "team/app:1" could be any of: {first}/team/app:1 \
                        ({folder}/registries.conf:2), {second}/team/app:1 ({folder}/registries.conf:2); the \
                        short-name mode enforcing ({folder}/registries.conf:1) forbids to guess; write the \
                        full name, or say what it means on this node: "team/app" = "REGISTRY/REPOSITORY" \
                        below [aliases] in a file of registries.conf.d"""),
                new Case("a short name without meaning", "", "team/app:1", NONE, Status.Code.FAILED_PRECONDITION, """
                        short name "team/app:1" has no alias, and no file lists search registries; write the \
                        full name, or say what it means on this node: "team/app" = "REGISTRY/REPOSITORY" \
                        below [aliases] in a file of registries.conf.d"""),
                new Case(
                        "an alias that was erased, and a near miss",
                        "unqualified-search-registries = []\n[aliases]\n\"team/app\" = \"\"\n\"team/apq\" = \"{first}/team/apq\"\n",
                        "team/app:1",
                        NONE,
                        Status.Code.FAILED_PRECONDITION,
                        """
                        short name "team/app:1" has no alias (erased at {folder}/registries.conf:3), and the \
                        list of search registries is empty at {folder}/registries.conf:1; "team/app" is no \
                        alias, but nearly "team/apq", which means {first}/team/apq \
                        ({folder}/registries.conf:4); write the full name, or say what it means on this \
                        node: "team/app" = "REGISTRY/REPOSITORY" below [aliases] in a file of \
                        registries.conf.d"""),
                new Case(
                        "a short name that no registry can hold",
                        SEARCH,
                        "Team/app:1",
                        NONE,
                        Status.Code.INVALID_ARGUMENT,
                        """
                        short name "Team/app:1" has no alias, and no search registry can hold it \
                        ({folder}/registries.conf:1): a repository name is lower-case; write the full name, \
                        or say what it means on this node: "Team/app" = "REGISTRY/REPOSITORY" below \
                        [aliases] in a file of registries.conf.d"""),
                new Case("no name", SEARCH, "", NONE, Status.Code.INVALID_ARGUMENT, """
                        invalid reference "": the name is empty; a name is [REGISTRY/]PATH[:TAG][@DIGEST], \
                        such as quay.io/podman/hello:latest"""),
                new Case("an id", SEARCH, "sha256:0123456789abcdef", NONE, Status.Code.INVALID_ARGUMENT, """
                        "sha256:0123456789abcdef" is an image's id, and no registry knows images by that; \
                        pull it by its name"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tells(Case row) throws IOException {
        OwnStores settings = new OwnStores();
        settings.progressTimeout = Duration.ofSeconds(5);
        settings.signatures = new SignaturePolicyFiles(
                List.of(Files.writeString(folder.resolve("policy.json"), POLICY)), SignatureStorage.NONE);
        try (Served served = new Served(folder, settings)) {
            served.configure(filled(row.toml(), served));
            row.trouble().with(served);
            Status status = assertThrows(
                            StatusRuntimeException.class, () -> served.client.pull(filled(row.image(), served)))
                    .getStatus();
            assertEquals(row.code(), status.getCode(), status.getDescription());
            String told = String.valueOf(status.getDescription());
            assertEquals(filled(row.told(), served), told.replaceAll("digest sha256:[0-9a-f]{64};", "digest {other};"));
        }
    }

    private String filled(String text, Served served) {
        return text.replace("{first}", served.first.host())
                .replace("{second}", served.second.host())
                .replace("{port}", String.valueOf(served.first.port()))
                .replace("{layer}", IMAGE.layers().getFirst().blob().digest())
                .replace("{folder}", folder.toString());
    }
}
