package dev.truename.names.lint;

import dev.truename.names.config.ShortNameMode;
import dev.truename.names.config.Sourced;
import dev.truename.names.known.KnownRegistries;
import dev.truename.names.known.Registration;
import java.util.List;

/// A search that a stranger can get ahead in.
final class OpenRegistryFirst implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "open-registry-first",
            Level.ERROR,
            "A registry where anybody may take a name is searched before another one.",
            "The first registry that has the name wins. Whoever registers a name there that is meant to be in"
                    + " a later registry is run in its place, on every machine with this list.",
            "Put registries that only their owners push to first, or set `short-name-mode = \"enforcing\"`, or"
                    + " give the names aliases.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        if (scene.merged().effectiveMode() == ShortNameMode.ENFORCING) {
            return;
        }
        List<Sourced<String>> list = scene.merged().searchRegistries().registries();
        for (int i = 0; i < list.size(); i++) {
            String host = list.get(i).value();
            List<String> later = list.subList(i, list.size()).stream()
                    .map(Sourced::value)
                    .filter(other -> !scene.host(other)
                            .canonical()
                            .equals(scene.host(host).canonical()))
                    .toList();
            if (!later.isEmpty() && KnownRegistries.registration(host) == Registration.OPEN) {
                told.add(
                        RULE,
                        list.get(i).origin(),
                        host,
                        "anybody may take a name in " + host + ", which is searched before " + later.getFirst(),
                        "search it last, or set short-name-mode = \"enforcing\"");
            }
        }
    }
}
