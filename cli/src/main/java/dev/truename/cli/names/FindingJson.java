package dev.truename.cli.names;

import dev.truename.cli.io.Json;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Origin;
import java.util.Optional;

/// Findings and origins for scripts.
public final class FindingJson {
    private FindingJson() {}

    /// An array's element: `file`, `line`, `rule`, `message`, `fix`.
    public static void add(Finding finding, Json json) {
        json.startObject()
                .member("file", finding.file().toString())
                .member("line", finding.line())
                .member("rule", finding.rule())
                .member("message", finding.message())
                .member("fix", finding.fix())
                .endObject();
    }

    /// A member: `file` and `line`, or null.
    public static void add(String name, Optional<Origin> origin, Json json) {
        if (origin.isEmpty()) {
            json.nothing(name);
        } else {
            add(name, origin.get(), json);
        }
    }

    /// A member: `file` and `line`.
    public static void add(String name, Origin origin, Json json) {
        members(json.startObject(name), origin);
    }

    /// An array's element: `file` and `line`.
    public static void add(Origin origin, Json json) {
        members(json.startObject(), origin);
    }

    private static void members(Json json, Origin origin) {
        json.member("file", origin.file().toString())
                .member("line", origin.line())
                .endObject();
    }
}
