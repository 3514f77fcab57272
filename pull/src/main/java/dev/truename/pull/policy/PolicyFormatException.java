package dev.truename.pull.policy;

import static java.util.Objects.requireNonNull;

/// A policy that is JSON and says something that the format does not know.
final class PolicyFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;

    /// @param path see [dev.truename.pull.json.JsonPlaces]
    PolicyFormatException(String path, String message) {
        super(message);
        this.path = requireNonNull(path);
    }

    String path() {
        return path;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
