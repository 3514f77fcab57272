package dev.truename.testkit.http;

import java.io.IOException;

/// Decides what is done about a request. Called by many threads at once.
@FunctionalInterface
public interface Handler {
    Reply handle(Request request) throws IOException;
}
