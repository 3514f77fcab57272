package dev.truename.cli.node;

import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.Option;

/// The options of `truename serve`, beside those that it shares with others.
final class ServeOptions {
    static final String DEFAULT_METRICS = "127.0.0.1:9470";
    static final String DEFAULT_SOCKET = "/run/truename/truename.sock";

    static final Option SOCKET = Option.value(
                    "socket",
                    "PATH",
                    "Listen on this unix socket. Default: `" + DEFAULT_SOCKET
                            + "`. Not with a socket that systemd hands"
                            + " over as standard input, which is then used.")
            .completion(Completion.FILE);
    static final Option ASKED_SOCKET = Option.value(
                    "socket", "PATH", "Ask the service at this unix socket. Default: `" + DEFAULT_SOCKET + "`.")
            .completion(Completion.FILE);
    static final Option SOCKET_GROUP = Option.value(
            "socket-group",
            "GROUP",
            "Let this group connect too, and not the owner alone. Not with a socket that systemd hands over.");
    static final Option UPSTREAM = Option.value(
            "upstream",
            "SOCKET",
            "Keep no images, and hand the calls on to this runtime under full names, such as"
                    + " `unix:///run/containerd/containerd.sock`. Credentials, certificates, mirrors and pinned images"
                    + " are that runtime's then.");
    static final Option PARALLEL_PULLS = Option.value(
            "parallel-pulls", "N", "Pull so many different images at once; others wait their turn. Default: 8.");
    static final Option PROGRESS_TIMEOUT = Option.value(
            "progress-timeout",
            "TIME",
            "End a pull in which nothing happens for so long, such as `90s` or `5m`; `0` never does. Default: `5m`.");
    static final Option PINNED = Option.repeated(
            "pinned", "PATTERN", "Advise the kubelet to keep these images: an exact name, `prefix*` or `*keyword*`.");
    static final Option NAMESPACED_AUTH_DIR = Option.value(
                    "namespaced-auth-dir",
                    "DIR",
                    "Look for credentials of a pod's namespace here first: `NAMESPACE-SHA256.json`, with the SHA-256 of"
                            + " the image's full repository name, then `NAMESPACE.json`.")
            .completion(Completion.DIRECTORY);
    static final Option GRACE = Option.value(
            "grace",
            "TIME",
            "When told to end (SIGTERM), let calls that are under way go on for so long. Default: `30s`.");

    static final Option METRICS = Option.value(
            "metrics",
            "ADDRESS",
            "Serve `/metrics`, `/healthz` and `/readyz` there, a port or `ADDRESS:PORT`; `off` serves none. Default: `"
                    + DEFAULT_METRICS + "`.");
    static final Option METRICS_ANYWHERE = Option.flag(
            "metrics-anywhere",
            "Let `--metrics` name an address that other machines reach; nothing there asks who reads.");
    static final Option LOG_FORMAT = Option.value(
            "log-format",
            "FORMAT",
            "`text`, `journal` (no time, priorities in front) or `json`. Default: `journal` where systemd reads the log,"
                    + " else `text`.");
    static final Option LOG_LEVEL =
            Option.value("log-level", "LEVEL", "Log down to `error`, `warning`, `info` or `debug`. Default: `info`.");

    private ServeOptions() {}
}
