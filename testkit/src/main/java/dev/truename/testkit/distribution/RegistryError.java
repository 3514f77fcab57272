package dev.truename.testkit.distribution;

import com.google.gson.JsonPrimitive;
import dev.truename.testkit.http.Response;

/// The error codes of the OCI distribution specification, with the status that goes with each.
public enum RegistryError {
    BLOB_UNKNOWN(404, "blob unknown to registry"),
    BLOB_UPLOAD_INVALID(400, "blob upload invalid"),
    BLOB_UPLOAD_UNKNOWN(404, "blob upload unknown to registry"),
    DIGEST_INVALID(400, "provided digest did not match uploaded content"),
    MANIFEST_INVALID(400, "manifest invalid"),
    MANIFEST_UNKNOWN(404, "manifest unknown to registry"),
    NAME_UNKNOWN(404, "repository name not known to registry"),
    UNAUTHORIZED(401, "authentication required"),
    DENIED(403, "requested access to the resource is denied"),
    UNSUPPORTED(405, "the operation is unsupported"),
    TOOMANYREQUESTS(429, "too many requests");

    private final int status;
    private final String message;

    RegistryError(int status, String message) {
        this.status = status;
        this.message = message;
    }

    public int status() {
        return status;
    }

    /// A response with the usual message.
    public Response response() {
        return response(message);
    }

    /// A response with another message, which may hold anything.
    public Response response(String told) {
        String quoted = new JsonPrimitive(told).toString();
        return Response.json(status, "{\"errors\":[{\"code\":\"" + name() + "\",\"message\":" + quoted + "}]}");
    }
}
