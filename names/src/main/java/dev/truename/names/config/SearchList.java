package dev.truename.names.config;

import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import dev.truename.names.reference.Repository;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a list of search registries, of either version of the format.
final class SearchList {
    private final Report report;
    private final Map<String, Integer> lines = new HashMap<>();

    SearchList(Report report) {
        this.report = report;
    }

    /// @param line the line of its key
    SearchRegistries read(List<TomlValue.Text> texts, int line) {
        List<Sourced<String>> registries = new ArrayList<>(texts.size());
        for (TomlValue.Text text : texts) {
            @Nullable Place place = Place.of(text, report);
            if (place != null && isRegistry(place)) {
                registries.add(new Sourced<>(place.text(), report.origin(place.line())));
                warnOfDuplicate(place);
            }
        }
        return new SearchRegistries(registries, Optional.of(report.origin(line)), List.of());
    }

    private boolean isRegistry(Place place) {
        boolean registry = Repository.isRegistry(place.text());
        if (!registry) {
            report.add(
                    Rule.SEARCH_REGISTRY,
                    place.line(),
                    Toml.shown(place.text()) + " is no registry to search",
                    "write host.domain or host:port");
        }
        return registry;
    }

    private void warnOfDuplicate(Place place) {
        @Nullable Integer before = lines.putIfAbsent(place.text(), place.line());
        if (before != null) {
            report.add(
                    Rule.SEARCH_DUPLICATE,
                    place.line(),
                    place.text() + " is listed on line " + before + " already, so every short name has two candidates",
                    "remove one of the two");
        }
    }
}
