package dev.truename.cli.help;

import dev.truename.cli.spec.Example;
import java.util.List;

/// What truename(1) says beside its commands.
final class Manual {
    static final String SUMMARY = "give container images their true names";

    static final List<String> DESCRIPTION = List.of(
            "A short name such as `ubi9` is looked up in an alias table before anything is contacted, so it is pulled"
                    + " from the one place that is meant, and from nowhere else. Only a name without an alias is"
                    + " searched in the registries of `unqualified-search-registries`.",
            "Truename reads the same files as podman, skopeo, buildah and CRI-O: containers-registries.conf(5),"
                    + " containers-registries.conf.d(5), containers-auth.json(5), containers-certs.d(5).",
            "The answer goes to standard output; warnings, progress and errors go to standard error. With `--json`"
                    + " answers and errors are objects, one a line; Ctrl-C gives one, too, whose `error.kind` is"
                    + " `interrupted`, as the last.");

    /// A file or a variable that counts.
    record Entry(String name, String meaning) {}

    static final List<Entry> ENVIRONMENT = List.of(
            new Entry("CONTAINERS_REGISTRIES_CONF", "Read this file as registries.conf, and no drop-in folder."),
            new Entry("CONTAINERS_REGISTRIES_CONF_OVERRIDE", "Read this file after all others."),
            new Entry("REGISTRY_AUTH_FILE", "Read credentials from this file, and from no other."),
            new Entry("XDG_CONFIG_HOME", "The user's configuration; `~/.config` where it is not set."),
            new Entry("XDG_CACHE_HOME", "The user's recorded aliases; `~/.cache` where it is not set."),
            new Entry("XDG_DATA_HOME", "The image store; `~/.local/share` where it is not set."),
            new Entry("HTTP_PROXY, HTTPS_PROXY, NO_PROXY", "Proxies, in upper or lower case."),
            new Entry("NO_COLOR, CLICOLOR=0", "Write no colour."),
            new Entry("CLICOLOR_FORCE", "Write colour though the output is no terminal."),
            new Entry("COLUMNS", "The width for which help is set."));

    static final List<Entry> FILES = List.of(
            new Entry(
                    "$XDG_CONFIG_HOME/containers/registries.conf, /etc/containers/registries.conf,"
                            + " /usr/share/containers/registries.conf",
                    "The first that exists is read."),
            new Entry(
                    "registries.conf.d beside each of them",
                    "All their `*.conf`, in the order of their names; of equal names the first folder's."),
            new Entry(
                    "$XDG_CACHE_HOME/containers/short-name-aliases.conf,"
                            + " /var/cache/containers/short-name-aliases.conf",
                    "Aliases that were recorded: the user's, or root's. They beat those of registries.conf."),
            new Entry(
                    "/etc/truename/truename.conf, /usr/share/truename/truename.conf",
                    "The policy, the first that exists: whose each file is, and which names are protected."));

    static final List<Example> EXAMPLES = List.of(
            new Example("truename demo", "Watch what a short name can do, and what stops it."),
            new Example("truename explain ubi9", "Tell where a name leads, and which lines of which files say so."),
            new Example("truename pull ubi9", "Pull it from there."));

    private Manual() {}
}
