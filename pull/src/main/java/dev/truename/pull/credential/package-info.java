/// Who we are to a registry: credentials and where they were found.
///
/// Reads the files that `docker login` and `podman login` write, and asks credential helpers. Depends on `failure` and
/// `names.reference`; reads no environment variable itself.
@NullMarked
package dev.truename.pull.credential;

import org.jspecify.annotations.NullMarked;
