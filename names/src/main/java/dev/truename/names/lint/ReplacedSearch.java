package dev.truename.names.lint;

import dev.truename.names.config.FileContent;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import java.util.Optional;

/// A search list that does not count.
final class ReplacedSearch implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "replaced-search",
            Level.NOTE,
            "A later file replaces the search list.",
            "The lists are not put together: nothing of the earlier one counts, though its file looks as if"
                    + " it did.",
            "Remove the list that is not to count.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        Optional<Origin> earlier = Optional.empty();
        for (FileContent file : scene.files()) {
            Optional<Origin> origin = file.search().flatMap(SearchRegistries::origin);
            if (origin.isPresent()) {
                if (earlier.isPresent()) {
                    told.add(
                            RULE,
                            origin.get(),
                            "unqualified-search-registries",
                            "the search list replaces the one at " + earlier.get(),
                            "remove one of the two");
                }
                earlier = origin;
            }
        }
    }
}
