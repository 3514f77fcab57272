package dev.truename.pull.manifest;

/// A manifest that is in order and that nothing here can use.
final class UnsupportedManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedManifestException(String message) {
        super(message);
    }
}
