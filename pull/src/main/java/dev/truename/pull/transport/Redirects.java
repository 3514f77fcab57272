package dev.truename.pull.transport;

/// Which redirects a call follows.
public enum Redirects {
    /// None: the answer that redirects is handed back.
    NONE,
    /// Those within the same scheme, host and port.
    SAME_ENDPOINT,
    /// All that are safe: at most 10, never from https to http, without credentials where the endpoint changes.
    SAFE
}
