package dev.truename.testkit.access;

import dev.truename.testkit.distribution.RegistryError;
import dev.truename.testkit.http.Response;

/// How a registry refuses a whole repository, whoever asks.
public enum Denial {
    /// 401 UNAUTHORIZED
    UNAUTHORIZED(RegistryError.UNAUTHORIZED),
    /// 403 DENIED
    FORBIDDEN(RegistryError.DENIED),
    /// 404 NAME_UNKNOWN, as registries do that hide what is private
    NOT_FOUND(RegistryError.NAME_UNKNOWN);

    private final RegistryError error;

    Denial(RegistryError error) {
        this.error = error;
    }

    public Response response() {
        return this == UNAUTHORIZED
                ? error.response().with("WWW-Authenticate", "Basic realm=\"testkit\"")
                : error.response();
    }
}
