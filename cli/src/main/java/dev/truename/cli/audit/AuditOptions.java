package dev.truename.cli.audit;

import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.Option;

/// The options of `truename audit`.
final class AuditOptions {
    static final Option PROBE = Option.flag(
            "probe",
            "Ask the registries which images there are, with the credentials that a pull would use. Without it nothing"
                    + " is contacted, and what several registries could have is called ambiguous.");
    static final Option PROBE_RATE = Option.value(
            "probe-rate", "N", "With `--probe`: at most so many requests a second to each host. Default: 10.");
    static final Option PREFER = Option.value(
            "prefer",
            "HOST",
            "Let this registry decide where several could have a name and nothing else does, such as `docker.io` for"
                    + " charts that were written for Docker.");
    static final Option FIX = Option.value(
                    "fix",
                    "FILE",
                    "Write a drop-in that gives each short name one meaning: its alias, or what the official table says,"
                            + " or the one registry that has it. What nobody can decide is in it as comments, with the"
                            + " candidates.")
            .completion(Completion.FILE);
    static final Option REWRITE = Option.flag(
            "rewrite",
            "Write full names into the files in the place of short names that have one sure meaning. Comments and layout"
                    + " stay as they are.");
    static final Option DRY_RUN =
            Option.flag("dry-run", "With `--rewrite`: print what would change, as a patch, and write nothing.");
    static final Option FORCE = Option.flag("force", "Let `--fix` and `--html` replace a file that is there.");
    static final Option HTML = Option.value(
                    "html", "FILE", "Write the report as a page of its own, for a browser, that loads nothing else.")
            .completion(Completion.FILE);
    static final Option JSON = Option.flag(
            "json",
            "Print an object: `probed`, `mode`, `summary`, `names`, `problems`, `rewritten`, `unchanged`. Each name has `name`, `short`, `class`"
                    + " (the worst), `means`, `elsewhere` (what Docker and containerd take it for), `findings`,"
                    + " `targets`, `decision`, `uses`.");
    static final Option SARIF =
            Option.flag("sarif", "Print SARIF 2.1.0, with file and line of each use, for code hosts and editors.");
    static final Option ALL =
            Option.flag("all", "List names that are as they should be, too, and every place where a name is used.");
    static final Option FAIL_ON = Option.repeated(
            "fail-on",
            "WORD",
            "End with 10 if a name is of this class: a word of the report, or `error`, `warning`, `note` for all classes"
                    + " that matter at least so much; `unread` for files that could not be read; `none`. Default:"
                    + " `error` and `unread`.");

    static final Option FORMAT = Option.value(
                    "format",
                    "WORD",
                    "How files and standard input are written: `yaml` (manifests, compose files, values of charts; JSON"
                            + " too), `containerfile`, `quadlet` or `list`. Default: what their names tell, else their"
                            + " contents.")
            .choices("yaml", "containerfile", "quadlet", "list");

    static final Option CLUSTER = Option.flag(
            "cluster",
            "Read the workloads of a live cluster too: the one that kubectl would talk to, or what the next options"
                    + " say. Only lists are read, and pods count for the workload that they belong to.");
    static final Option KUBECONFIG = Option.value(
                    "kubeconfig",
                    "FILE",
                    "With `--cluster`: how to reach it. Default: `KUBECONFIG`, `~/.kube/config`, or in a pod its service"
                            + " account.")
            .completion(Completion.FILE);
    static final Option CONTEXT =
            Option.value("context", "NAME", "With `--cluster`: the kubeconfig's context. Default: its current one.");
    static final Option NAMESPACE =
            Option.value("namespace", "NAME", "With `--cluster`: read this namespace only. Default: all.");

    private AuditOptions() {}
}
