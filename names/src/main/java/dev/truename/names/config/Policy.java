package dev.truename.names.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a policy file says.
///
/// @param file null where there is none
/// @param layers in the order of the file
record Policy(@Nullable Path file, List<Layer> layers) {
    static final Policy NONE = new Policy(null, List.of());

    /// One `[[layer]]`.
    ///
    /// @param origin the line of its header
    /// @param files those that belong to it
    /// @param names which of the names that these files define are protected
    /// @param registries hosts that no lower layer redirects
    record Layer(
            Owner owner,
            Origin origin,
            List<FilePattern> files,
            List<Sourced<Glob>> names,
            List<Sourced<String>> registries) {
        /// The line that protects a name which one of this layer's files defines; null if none does.
        @Nullable
        Origin protection(String name) {
            for (Sourced<Glob> glob : names) {
                if (glob.value().matches(name)) {
                    return glob.origin();
                }
            }
            return null;
        }
    }
}
