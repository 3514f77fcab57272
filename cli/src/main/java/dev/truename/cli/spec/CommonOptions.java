package dev.truename.cli.spec;

import java.util.List;

/// The options of every command. They may stand in front of the command's name too.
public final class CommonOptions {
    public static final Option REGISTRIES_CONF = Option.value(
                    "registries-conf",
                    "FILE",
                    "Read this file as registries.conf, instead of the first that exists in the usual places.")
            .environment("CONTAINERS_REGISTRIES_CONF")
            .completion(Completion.FILE);
    public static final Option REGISTRIES_CONF_DIR = Option.value(
                    "registries-conf-dir", "DIR", "Read the drop-ins (`*.conf`) of this folder, and of no other.")
            .completion(Completion.DIRECTORY);
    public static final Option ALIAS_FILE = Option.value(
                    "alias-file", "FILE", "Read, and record, the user's own short-name aliases here.")
            .completion(Completion.FILE);
    public static final Option POLICY = Option.value(
                    "policy",
                    "FILE",
                    "Read this policy, which tells whose each file is and which names are protected, instead of the"
                            + " system's truename.conf.")
            .completion(Completion.FILE);
    public static final Option SHORT_NAME_MODE = Option.value(
                    "short-name-mode", "MODE", "Use this mode, whatever the configuration says.")
            .choices("permissive", "enforcing", "disabled");
    public static final Option GENERATION = Option.value(
                    "generation",
                    "RULES",
                    "Which files count: `current` (podman 5.8 and newer) or `legacy` (CRI-O, older podman). Default:"
                            + " `current`.")
            .choices("current", "legacy");
    public static final Option ROOT = Option.value(
                    "root", "DIR", "The folder of the image store. Default: `$XDG_DATA_HOME/truename`.")
            .completion(Completion.DIRECTORY);
    public static final Option HELP =
            Option.flag("help", "Print this help and end.").letter('h');

    /// In the order of the manual.
    public static final List<Option> ALL =
            List.of(REGISTRIES_CONF, REGISTRIES_CONF_DIR, ALIAS_FILE, POLICY, SHORT_NAME_MODE, GENERATION, ROOT, HELP);

    private CommonOptions() {}
}
