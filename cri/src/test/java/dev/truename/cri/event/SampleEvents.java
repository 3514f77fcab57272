package dev.truename.cri.event;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.pullsource.UnusedSource;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.names.reload.ReloadStatus;
import dev.truename.names.reload.Snapshot;
import dev.truename.names.reload.SnapshotId;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Resolution;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.pull.PullEvent;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.SourceFailure;
import dev.truename.pull.store.Pruned;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One event of each kind, as a node would tell them of `ubi9`, whose mirror does not have it.
public final class SampleEvents {
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    public static final String SNAPSHOT = "0123456789ab";
    public static final Qualified UBI9 = Qualified.parse("registry.access.redhat.com/ubi9:latest");
    public static final Digest DIGEST = Digest.parse("sha256:" + "ab".repeat(32));
    public static final Descriptor LAYER =
            Descriptor.of("application/vnd.oci.image.layer.v1.tar+gzip", DIGEST, 70_000_000);
    public static final Descriptor CONFIG =
            Descriptor.of("application/x-made-up-by-a-registry", Digest.parse("sha256:" + "cd".repeat(32)), 512);
    public static final PullTicket TICKET =
            new PullTicket(7, "ubi9", Optional.of("ubi9"), Optional.of("shop"), List.of(UBI9), SNAPSHOT);
    public static final PullSource MIRROR = new PullSource(
            Qualified.parse("mirror.example/ubi9:latest"), true, false, Optional.of(origin("registries.conf", 12)));
    public static final PullSource REGISTRY = new PullSource(UBI9, false, false, Optional.empty());
    public static final SourceFailure NOT_AT_MIRROR = new SourceFailure(
            UBI9,
            Optional.of(MIRROR),
            new PullFailure.NotFound("https://mirror.example/v2/ubi9/manifests/latest", "manifest unknown"));

    private SampleEvents() {}

    private static Origin origin(String file, int line) {
        return new Origin(Path.of("/etc/containers/" + file), line);
    }

    private static Candidate candidate(String reference) {
        return new Candidate(Qualified.parse(reference), origin("registries.conf", 1));
    }

    public static final Path RUNTIME = Path.of("/run/containerd/containerd.sock");

    public static final AliasDefinition ALIAS = new AliasDefinition(
            "ubi9",
            Optional.of(Repository.parse("registry.access.redhat.com/ubi9")),
            new Origin(Path.of("/usr/share/containers/registries.conf.d/001-rhel-shortnames.conf"), 17));

    public static NodeEvent resolved(CallPurpose purpose, Resolution resolution) {
        return new NodeEvent.NameResolved(purpose, "ubi9", resolution, SNAPSHOT);
    }

    public static Resolution aliased() {
        return new Resolution.Aliased(UBI9, ALIAS);
    }

    public static Resolution searched() {
        return new Resolution.Searched(
                ShortName.parseKey("app"),
                List.of(candidate("quay.io/app:latest"), candidate("docker.io/library/app:latest")));
    }

    public static Resolution ambiguous() {
        return new Resolution.Ambiguous(
                ShortName.parseKey("app"),
                List.of(candidate("quay.io/app:latest"), candidate("docker.io/library/app:latest")));
    }

    public static Resolution unresolved() {
        return new Resolution.Unresolved(
                ShortName.parseKey("app"), Optional.of(origin("registries.conf", 1)), Optional.empty());
    }

    public static NodeEvent blocked() {
        UnusedSource unused = new UnusedSource(
                "registry.access.redhat.com/ubi9", false, UnusedSource.Reason.BLOCKED, origin("registries.conf", 40));
        return new NodeEvent.NameBlocked(
                CallPurpose.PULL, "ubi9", new PullPlan(UBI9, Optional.empty(), List.of(), List.of(unused)), SNAPSHOT);
    }

    public static NodeEvent progressed(PullEvent event) {
        return new NodeEvent.PullProgressed(TICKET, event);
    }

    public static NodeEvent succeeded() {
        return new NodeEvent.PullSucceeded(
                TICKET,
                new PullOutcome.Pulled(
                        UBI9,
                        LAYER,
                        List.of(LAYER),
                        REGISTRY,
                        new PullOutcome.Transfer(2, 70_000_512, 3, 1_000_000),
                        List.of(NOT_AT_MIRROR)),
                DIGEST,
                Duration.ofMillis(1234));
    }

    public static NodeEvent failed(PullFailure failure) {
        return new NodeEvent.PullFailed(
                TICKET,
                new PullOutcome.Failed(List.of(NOT_AT_MIRROR, new SourceFailure(UBI9, Optional.of(REGISTRY), failure))),
                Duration.ofMillis(2500));
    }

    public static NodeEvent runtimePulled() {
        return new NodeEvent.RuntimePullEnded(
                TICKET, new RuntimeOutcome.Pulled(UBI9, UBI9, DIGEST.toString()), Status.OK, Duration.ofMillis(900));
    }

    public static NodeEvent callEnded(String method, Status status) {
        return new NodeEvent.CallEnded(method, status, Duration.ofNanos(250_000));
    }

    public static ReloadStatus status() {
        return status(RegistriesConfiguration.EMPTY);
    }

    public static ReloadStatus status(RegistriesConfiguration configuration) {
        Snapshot snapshot = new Snapshot(configuration, new SnapshotId(SNAPSHOT), 3, START);
        return new ReloadStatus(snapshot, Optional.empty(), 0, START, Optional.empty());
    }

    public static Finding finding(int line) {
        return new Finding(
                Finding.Severity.ERROR,
                Path.of("/etc/containers/registries.conf.d/10-app.conf"),
                line,
                "alias-target",
                "\"no\" is no repository",
                "write registry/repository");
    }

    /// All that a node tells of one pull that is done and one that is not.
    public static List<NodeEvent> all() {
        return List.of(
                resolved(CallPurpose.STATUS, aliased()),
                resolved(CallPurpose.PULL, aliased()),
                resolved(CallPurpose.PULL, searched()),
                resolved(CallPurpose.PULL, ambiguous()),
                resolved(CallPurpose.REMOVE, unresolved()),
                new NodeEvent.NameInvalid(CallPurpose.PULL, "\"A B\" is no image name"),
                blocked(),
                new NodeEvent.PullRequested(TICKET),
                new NodeEvent.PullStarted(TICKET, Duration.ofMillis(3)),
                new NodeEvent.PullJoined(
                        new PullTicket(8, "ubi9", Optional.empty(), Optional.empty(), List.of(UBI9), SNAPSHOT), 7),
                progressed(new PullEvent.Asking(UBI9, MIRROR)),
                progressed(new PullEvent.SourceFailed(NOT_AT_MIRROR)),
                progressed(new PullEvent.Asking(UBI9, REGISTRY)),
                progressed(new PullEvent.Chosen(LAYER, 2, 70_000_512)),
                progressed(new PullEvent.BlobReused(CONFIG)),
                progressed(new PullEvent.BlobStarted(LAYER, REGISTRY)),
                progressed(new PullEvent.BlobProgress(LAYER, 35_000_000)),
                progressed(new PullEvent.BlobRetried(
                        LAYER, REGISTRY, new PullFailure.Unreachable("https://registry.access.redhat.com", "reset"))),
                progressed(new PullEvent.BlobDone(LAYER)),
                succeeded(),
                failed(new PullFailure.RateLimited(
                        "https://registry.access.redhat.com/v2/ubi9/manifests/latest",
                        "too many requests",
                        Optional.empty())),
                new NodeEvent.RuntimePulled(
                        TICKET, UBI9, UBI9, Status.UNKNOWN.withDescription("a 401"), Duration.ofMillis(20)),
                new NodeEvent.RuntimePullEnded(
                        TICKET,
                        new RuntimeOutcome.Failed(),
                        Status.UNKNOWN.withDescription("told"),
                        Duration.ofMillis(21)),
                runtimePulled(),
                new NodeEvent.RuntimeRemoved("ubi9", UBI9.toString()),
                new NodeEvent.RuntimeLost(RUNTIME),
                new NodeEvent.RuntimeFound(RUNTIME, Duration.ofMillis(1500)),
                new NodeEvent.PullLeft(TICKET),
                new NodeEvent.ImageRemoved(DIGEST, List.of(UBI9.toString())),
                new NodeEvent.Reclaimed(new Pruned(2, 70_000_512, 0), Duration.ofMillis(40)),
                new NodeEvent.ReclaimFailed(new PullFailure.Storage("/var/lib/truename", "in use")),
                new NodeEvent.ImageDamaged(
                        UBI9.toString(), new PullFailure.Malformed("/var/lib/truename", "the index is no JSON")),
                callEnded("ImageStatus", Status.OK),
                callEnded("PullImage", Status.UNAVAILABLE.withDescription("told")),
                new NodeEvent.Broken("ListImages", new IllegalStateException("a mistake")));
    }
}
