package dev.truename.testkit.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a token is asked for: `repository:library/redis:pull,push`.
public record Scope(String type, String name, Set<String> actions) {
    public Scope {
        actions = Set.copyOf(actions);
    }

    /// Reads scopes separated by spaces. What has not three parts is left out.
    static List<Scope> parse(String text) {
        List<Scope> scopes = new ArrayList<>();
        for (String one : text.split(" ")) {
            int first = one.indexOf(':');
            int last = one.lastIndexOf(':');
            if (first > 0 && last > first) {
                Set<String> actions =
                        new HashSet<>(List.of(one.substring(last + 1).split(",")));
                scopes.add(new Scope(one.substring(0, first), one.substring(first + 1, last), actions));
            }
        }
        return scopes;
    }

    boolean allows(String repository, String action) {
        return type.equals("repository") && name.equals(repository) && actions.contains(action);
    }
}
