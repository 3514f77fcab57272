package dev.truename.cli.table;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.Styled;
import dev.truename.cli.io.Styled.Style;
import dev.truename.names.catalog.Namespace;
import dev.truename.names.catalog.TableDiff;
import dev.truename.names.catalog.TableDiff.Change;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A difference of two tables for people and for scripts.
final class DiffText {
    /// In the order in which they are told.
    private enum Kind {
        MOVED("moved", "moved to another registry", Style.RED, "!"),
        RETARGETED("retargeted", "mean another repository", Style.YELLOW, "~"),
        REMOVED("removed", "removed", Style.YELLOW, "-"),
        ADDED("added", "added", Style.GREEN, "+");

        private final String word;
        private final String title;
        private final Style style;
        private final String sign;

        Kind(String word, String title, Style style, String sign) {
            this.word = word;
            this.title = title;
            this.style = style;
            this.sign = sign;
        }

        static Kind of(Change change) {
            return switch (change) {
                case Change.Moved _ -> MOVED;
                case Change.Retargeted _ -> RETARGETED;
                case Change.Removed _ -> REMOVED;
                case Change.Added _ -> ADDED;
            };
        }
    }

    private final Map<Kind, SortedMap<String, SortedMap<String, Change>>> kinds = new EnumMap<>(Kind.class);

    DiffText(TableDiff diff) {
        diff.changes()
                .forEach((name, change) -> kinds.computeIfAbsent(Kind.of(change), kind -> new TreeMap<>())
                        .computeIfAbsent(Namespace.of(name), namespace -> new TreeMap<>())
                        .put(name, change));
    }

    void print(Console console) {
        if (kinds.isEmpty()) {
            console.out().line("no difference");
        }
        kinds.forEach((kind, namespaces) -> {
            int all = namespaces.values().stream().mapToInt(Map::size).sum();
            console.out().line(console.forOut().add(kind.style, kind.title + ": " + all));
            namespaces.forEach((namespace, changes) -> print(console, kind, namespace, changes));
        });
    }

    private static void print(Console console, Kind kind, String namespace, SortedMap<String, Change> changes) {
        console.out().line("  " + namespace + ": " + changes.size());
        changes.forEach((name, change) -> {
            Styled line = console.forOut().add("    ").add(kind.style, kind.sign + " " + name);
            console.out().line(line.add("  " + meaning(change)));
        });
    }

    private static String meaning(Change change) {
        return switch (change) {
            case Change.Moved moved -> moved.from() + " -> " + moved.to();
            case Change.Retargeted retargeted -> retargeted.from() + " -> " + retargeted.to();
            case Change.Removed removed -> removed.target().toString();
            case Change.Added added -> added.target().toString();
        };
    }

    String json() {
        Json json = new Json().startObject().member("same", kinds.isEmpty());
        for (Kind kind : Kind.values()) {
            json.startArray(kind.word);
            kinds.getOrDefault(kind, new TreeMap<>())
                    .forEach((namespace, changes) -> changes.forEach((name, change) -> {
                        json.startObject().member("name", name).member("namespace", namespace);
                        members(change, json);
                        json.endObject();
                    }));
            json.endArray();
        }
        return json.endObject().toString();
    }

    private static void members(Change change, Json json) {
        switch (change) {
            case Change.Moved moved ->
                json.member("from", moved.from().toString())
                        .member("to", moved.to().toString());
            case Change.Retargeted retargeted ->
                json.member("from", retargeted.from().toString())
                        .member("to", retargeted.to().toString());
            case Change.Removed removed -> json.member("from", removed.target().toString());
            case Change.Added added -> json.member("to", added.target().toString());
        }
    }
}
