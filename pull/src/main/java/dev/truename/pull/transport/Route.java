package dev.truename.pull.transport;

/// What two exchanges must have in common to share a connection.
///
/// @param verified whether the certificate was, or is to be, verified; of no meaning without TLS
/// @param outsideOnly whether the address must not be an internal one
record Route(Endpoint endpoint, boolean verified, boolean outsideOnly) {}
