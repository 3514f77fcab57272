package dev.truename.cri.metrics;

import static dev.truename.cri.metrics.MetricSpec.counter;
import static dev.truename.cri.metrics.MetricSpec.gauge;
import static dev.truename.cri.metrics.MetricSpec.histogram;
import static dev.truename.cri.metrics.MetricSpec.info;

import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.RuntimeServiceGrpc;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every metric of the node service. `docs/metrics.md` is generated from here.
public final class Metrics {
    private static final List<String> RESOLUTION_WORDS = List.of(
            "qualified", "aliased", "chosen", "searched", "ambiguous", "unresolved", "inexpressible", "invalid");
    private static final List<String> FAILURE_WORDS = List.of(
            "not-found",
            "unauthorized",
            "rate-limited",
            "unreachable",
            "server-error",
            "tls",
            "blocked",
            "mismatch",
            "unverified",
            "too-large",
            "malformed",
            "unsupported",
            "storage",
            "cancelled",
            "runtime");

    private static final MetricLabel PURPOSE = MetricLabel.of("purpose", "list", "status", "pull", "remove");
    private static final MetricLabel OUTCOME = MetricLabel.of("outcome", RESOLUTION_WORDS);
    private static final MetricLabel ORIGIN = MetricLabel.of("origin", "official", "cluster", "user", "none");
    private static final MetricLabel FAILURE = MetricLabel.of("failure", FAILURE_WORDS);
    private static final MetricLabel RESULT = MetricLabel.of("result", "done", "failed");
    private static final MetricLabel SOURCE = MetricLabel.of("source", "mirror", "registry", "runtime", "none");
    private static final MetricLabel INDEX = MetricLabel.of("index", Index.WORDS);
    private static final List<String> METHODS = Stream.of(
                    ImageServiceGrpc.getServiceDescriptor(), RuntimeServiceGrpc.getServiceDescriptor())
            .flatMap(service -> service.getMethods().stream())
            .map(method -> String.valueOf(method.getBareMethodName()))
            .toList();
    private static final MetricLabel METHOD = MetricLabel.of("method", METHODS);
    private static final MetricLabel CODE = MetricLabel.of(
            "code", Stream.of(Status.Code.values()).map(Status.Code::name).toList());
    private static final MetricLabel OPERATION = MetricLabel.of("operation", METHODS);

    private static final List<Double> PULL_SECONDS =
            List.of(0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0);
    private static final List<Double> CALL_SECONDS =
            List.of(0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 1.0, 10.0, 60.0, 600.0);
    private static final List<Double> WAIT_SECONDS = List.of(0.001, 0.1, 1.0, 5.0, 30.0, 120.0, 600.0);
    private static final List<Double> LAYER_BYTES = List.of(1e3, 1e6, 1e7, 5e7, 1e8, 2e8, 3e8, 4e8, 5e8, 1e9, 1e10);

    static final MetricSpec RESOLUTIONS = counter(
            "truename_resolutions_total",
            "Names that were looked up: what for, what came of it, and whose file gave the meaning.",
            PURPOSE,
            OUTCOME,
            ORIGIN);
    static final MetricSpec ALIAS_HITS = counter(
            "truename_alias_hits_total",
            "Names that an alias gave the meaning of, by the file of the alias.",
            MetricLabel.bounded("file", "the configuration's files, 32 of them at most, then `other`"));
    static final MetricSpec ALIASES_USED =
            gauge("truename_aliases_used", "Different aliases that were hit since the service started.");
    static final MetricSpec BLOCKED =
            counter("truename_blocked_names_total", "Names that the configuration does not let be pulled.", PURPOSE);

    static final MetricSpec PULLS = counter(
            "truename_pulls_total",
            "Pulls that ended: `done`, or the most telling failure.",
            MetricLabel.of("outcome", withDone()));
    static final MetricSpec PULL_DURATION = histogram(
            "truename_pull_duration_seconds",
            "How long pulls took, without waiting for their turn.",
            PULL_SECONDS,
            RESULT);
    static final MetricSpec PULL_WAIT =
            histogram("truename_pull_wait_seconds", "How long pulls waited for their turn.", WAIT_SECONDS);
    static final MetricSpec PULLS_IN_FLIGHT = gauge("truename_pulls_in_flight", "Pulls that are under way.");
    static final MetricSpec PULLS_WAITING = gauge("truename_pulls_waiting", "Pulls that wait for their turn.");
    static final MetricSpec PULLS_JOINED = counter(
            "truename_pulls_joined_total", "Pulls that waited for an equal one instead of doing the work again.");
    static final MetricSpec PULL_CANDIDATE = counter(
            "truename_pull_candidate_total",
            "Pulls that were done, by the place of the candidate that gave the image in the search order.",
            INDEX);
    static final MetricSpec PULL_SOURCE = counter(
            "truename_pull_source_total",
            "Pulls that were done, by what gave the image and its place in the order of the candidate's sources.",
            SOURCE,
            INDEX);
    static final MetricSpec SOURCE_FAILURES = counter(
            "truename_source_failures_total",
            "Sources that were asked and did not give the image, also of pulls that were done in the end.",
            FAILURE,
            SOURCE);
    static final MetricSpec BLOB_RETRIES =
            counter("truename_blob_retries_total", "Pieces that were fetched again, or elsewhere.", FAILURE);
    static final MetricSpec FETCHED_BYTES =
            counter("truename_fetched_bytes_total", "Bytes of content that pulls fetched and verified.");
    static final MetricSpec FETCHED_BLOBS = counter("truename_fetched_blobs_total", "Pieces that pulls fetched.");
    static final MetricSpec REUSED_BYTES =
            counter("truename_reused_bytes_total", "Bytes that pulls did not fetch since they were there.");
    static final MetricSpec REUSED_BLOBS =
            counter("truename_reused_blobs_total", "Pieces that pulls did not fetch since they were there.");

    static final MetricSpec CALLS = counter("truename_calls_total", "Calls that were answered.", METHOD, CODE);
    static final MetricSpec CALL_DURATION =
            histogram("truename_call_duration_seconds", "How long calls took.", CALL_SECONDS, METHOD);
    static final MetricSpec BROKEN =
            counter("truename_broken_calls_total", "Calls that failed by a mistake of truename itself.");

    static final MetricSpec REMOVED = counter("truename_images_removed_total", "Images that were removed.");
    static final MetricSpec RECLAIMED =
            counter("truename_reclaimed_bytes_total", "Bytes on disk that were given back after images were removed.");
    static final MetricSpec RECLAIM_FAILURES = counter(
            "truename_reclaim_failures_total", "Times that the room of removed images could not be given back yet.");
    static final MetricSpec DAMAGED =
            counter("truename_damaged_images_total", "Stored images that were found to be of no use.");

    static final MetricSpec RUNTIME_LOSSES = counter(
            "truename_runtime_losses_total",
            "Times that the runtime which keeps the images did not answer on its socket any more, or not yet.");

    static final MetricSpec SNAPSHOT = info(
            "truename_snapshot_info",
            "The configuration in force.",
            MetricLabel.bounded("id", "one at a time"),
            MetricLabel.of("mode", "permissive", "enforcing", "disabled"));
    static final MetricSpec SNAPSHOT_AGE =
            gauge("truename_snapshot_age_seconds", "How long the configuration in force has been so.");
    static final MetricSpec SNAPSHOT_SEQUENCE = gauge(
            "truename_snapshot_sequence", "How many different configurations were in force since the service started.");
    static final MetricSpec CHECKED_AGE = gauge(
            "truename_configuration_checked_age_seconds", "How long ago the configuration's files were looked at.");
    static final MetricSpec REJECTED = gauge(
            "truename_configuration_rejected",
            "Whether the files cannot be used, so that an older configuration is in force: 1, or 0.");
    static final MetricSpec REJECTED_AGE = gauge(
            "truename_configuration_rejected_age_seconds", "How long the files have been unusable; 0 if they are not.");
    static final MetricSpec RELOADS = counter(
            "truename_reloads_total",
            "Looks at the configuration's files that had a result to tell.",
            MetricLabel.of("result", "loaded", "unchanged", "rejected"));
    static final MetricSpec WATCHING =
            gauge("truename_configuration_watched", "Whether the system tells of all changes of the files: 1, or 0.");
    static final MetricSpec ALIASES = gauge(
            "truename_alias_table_entries",
            "Entries of the alias table: those that count, those that take a name away, and those that do not count.",
            MetricLabel.of("state", "active", "erased", "shadowed"));
    static final MetricSpec SEARCH_REGISTRIES =
            gauge("truename_search_registries", "Registries that are searched for names with no alias.");
    static final MetricSpec WARNINGS =
            gauge("truename_configuration_warnings", "Likely mistakes in the configuration in force.");

    static final MetricSpec READY = gauge("truename_ready", "Whether the service can serve: 1, or 0.");
    static final MetricSpec BUILD =
            info("truename_build_info", "The version that runs.", MetricLabel.bounded("version", "one"));
    static final MetricSpec START_TIME =
            gauge("process_start_time_seconds", "When the process started, in seconds since 1970.");
    static final MetricSpec CPU = counter("process_cpu_seconds_total", "Processor time that the process used.");
    static final MetricSpec RESIDENT = gauge("process_resident_memory_bytes", "Memory that the process has in RAM.");
    static final MetricSpec OPEN_FILES = gauge("process_open_fds", "Files and sockets that the process has open.");
    static final MetricSpec THREADS = gauge("process_threads", "Threads of the system that the process has.");

    static final MetricSpec CRIO_OPERATIONS = counter(
            "container_runtime_crio_operations_total",
            "CRI-O's name for `truename_calls_total`, by method alone.",
            OPERATION);
    static final MetricSpec CRIO_OPERATION_ERRORS = counter(
            "container_runtime_crio_operations_errors_total", "CRI-O's name for the calls that failed.", OPERATION);
    static final MetricSpec CRIO_LATENCY = gauge(
            "container_runtime_crio_operations_latency_seconds",
            "CRI-O's name for how long the last call took.",
            OPERATION);
    static final MetricSpec CRIO_SUCCESS =
            counter("container_runtime_crio_image_pulls_success_total", "CRI-O's name for the pulls that were done.");
    static final MetricSpec CRIO_FAILURE = counter(
            "container_runtime_crio_image_pulls_failure_total",
            "CRI-O's name for the pulls that failed; the label's words are those of `truename_pulls_total`.",
            MetricLabel.of("error", FAILURE_WORDS));
    static final MetricSpec CRIO_BYTES = counter(
            "container_runtime_crio_image_pulls_bytes_total",
            "CRI-O's name for the bytes that pulls fetched.",
            MetricLabel.of("mediatype", MediaWords.ALL),
            MetricLabel.bounded("size", "the bounds of the layer sizes, in bytes"));
    static final MetricSpec CRIO_SKIPPED = counter(
            "container_runtime_crio_image_pulls_skipped_bytes_total",
            "CRI-O's name for the bytes that pulls found there.",
            MetricLabel.bounded("size", "the bounds of the layer sizes, in bytes"));
    static final MetricSpec CRIO_LAYER_SIZE = histogram(
            "container_runtime_crio_image_pulls_layer_size",
            "CRI-O's name for the sizes of the pieces that pulls fetched.",
            LAYER_BYTES);
    static final MetricSpec CRIO_REUSE = counter(
            "container_runtime_crio_image_layer_reuse_total",
            "CRI-O's name for the pieces that pulls found there, with no label for their digests.");

    /// All of them, in the order of the documents.
    public static final List<MetricSpec> ALL = List.of(
            RESOLUTIONS,
            ALIAS_HITS,
            ALIASES_USED,
            BLOCKED,
            PULLS,
            PULL_DURATION,
            PULL_WAIT,
            PULLS_IN_FLIGHT,
            PULLS_WAITING,
            PULLS_JOINED,
            PULL_CANDIDATE,
            PULL_SOURCE,
            SOURCE_FAILURES,
            BLOB_RETRIES,
            FETCHED_BYTES,
            FETCHED_BLOBS,
            REUSED_BYTES,
            REUSED_BLOBS,
            CALLS,
            CALL_DURATION,
            BROKEN,
            REMOVED,
            RECLAIMED,
            RECLAIM_FAILURES,
            DAMAGED,
            RUNTIME_LOSSES,
            SNAPSHOT,
            SNAPSHOT_AGE,
            SNAPSHOT_SEQUENCE,
            CHECKED_AGE,
            REJECTED,
            REJECTED_AGE,
            RELOADS,
            WATCHING,
            ALIASES,
            SEARCH_REGISTRIES,
            WARNINGS,
            READY,
            BUILD,
            START_TIME,
            CPU,
            RESIDENT,
            OPEN_FILES,
            THREADS,
            CRIO_OPERATIONS,
            CRIO_OPERATION_ERRORS,
            CRIO_LATENCY,
            CRIO_SUCCESS,
            CRIO_FAILURE,
            CRIO_BYTES,
            CRIO_SKIPPED,
            CRIO_LAYER_SIZE,
            CRIO_REUSE);

    private Metrics() {}

    private static List<String> withDone() {
        List<String> words = new ArrayList<>(List.of("done"));
        words.addAll(FAILURE_WORDS);
        return words;
    }
}
