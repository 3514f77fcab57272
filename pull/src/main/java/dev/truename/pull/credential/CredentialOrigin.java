package dev.truename.pull.credential;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/// Where a credential comes from; shown by `explain`, holds no secret.
public sealed interface CredentialOrigin {
    /// No file and no helper has one.
    record Nowhere() implements CredentialOrigin {
        @Override
        public String toString() {
            return "nowhere";
        }
    }

    /// An entry of a file.
    ///
    /// @param key as it is written there
    record File(Path file, String key) implements CredentialOrigin {
        public File {
            requireNonNull(file);
            requireNonNull(key);
        }

        @Override
        public String toString() {
            return file + " (" + key + ")";
        }
    }

    /// A program, `docker-credential-NAME`.
    ///
    /// @param server what it was asked for
    /// @param configured the file, or other place, that names it
    record Helper(String name, String server, String configured) implements CredentialOrigin {
        public Helper {
            requireNonNull(name);
            requireNonNull(server);
            requireNonNull(configured);
        }

        @Override
        public String toString() {
            return "docker-credential-" + name + " for " + server + ", named in " + configured;
        }
    }

    /// The caller gave it, for one host.
    record Given(String host) implements CredentialOrigin {
        public Given {
            requireNonNull(host);
        }

        @Override
        public String toString() {
            return "given for " + host;
        }
    }
}
