package dev.truename.cli.image;

import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.Option;

/// The options of commands that talk to registries.
public final class RegistryOptions {
    public static final Option PLATFORM = Option.value(
            "platform",
            "OS/ARCH[/VARIANT]",
            "Take the image for this platform, such as `linux/arm64`. Default: this machine's.");
    public static final Option CREDS = Option.value(
            "creds",
            "USER[:PASSWORD]",
            "Use these credentials, for the registry of the name and no other host. Other users of the machine can"
                    + " see them in the list of processes: prefer `--authfile`.");
    public static final Option CERT_DIR = Option.value(
                    "cert-dir",
                    "DIR",
                    "Read certificates (`*.crt`) and keys (`*.cert`, `*.key`) from this folder, for every host.")
            .completion(Completion.DIRECTORY);
    public static final Option TLS_VERIFY = Option.onOff(
            "tls-verify",
            "Whether certificates are verified, and plain HTTP refused. Default: what registries.conf says of each"
                    + " place.");
    public static final Option TOKEN_SERVER = Option.repeated(
            "token-server",
            "REGISTRY=HOST",
            "Let this host, too, have the credentials of a registry in exchange for tokens.");

    private RegistryOptions() {}
}
