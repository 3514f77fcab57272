package dev.truename.cli.command;

import org.jspecify.annotations.Nullable;

/// The version of this program.
public final class Version {
    private Version() {}

    /// As the jar's manifest has it; classes that were not packed have none.
    public static String text() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }
}
