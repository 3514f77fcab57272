package dev.truename.cli.resolve;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Styled.Style;
import dev.truename.cli.names.Problems;
import dev.truename.cli.names.PullTellers;
import dev.truename.cli.names.Verdict;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.config.Sourced;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.ShortName;
import dev.truename.names.reference.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way of a name for people.
final class Explanation {
    private final Console console;
    private final RegistriesConfiguration configuration;
    private final PullTellers tellers;

    Explanation(Console console, RegistriesConfiguration configuration, PullTellers tellers) {
        this.tellers = tellers;
        this.console = console;
        this.configuration = configuration;
    }

    void tell(Verdict verdict) {
        title(verdict.input());
        ExplanationJson.reference(verdict).ifPresent(reference -> name(verdict, reference));
        @Nullable CommandException problem = verdict.problem();
        if (problem != null) {
            console.out().line(console.forOut().add("  ").add(Style.RED, "may not be pulled:"));
            indented(problem.message());
            indented(problem.fix());
        }
        for (int i = 0; i < verdict.candidates().size(); i++) {
            candidate(verdict.candidates().get(i), i + 1, verdict.candidates().size());
        }
        notes(verdict);
    }

    private void name(Verdict verdict, ImageReference reference) {
        String tag =
                reference.tag().map(Tag::value).orElse(reference.digest().isPresent() ? "none" : "latest, by default");
        fact("kind", verdict.isShort() ? "short name: no registry in front" : "full name: it means itself");
        fact("tag", tag);
        reference.digest().map(Digest::toString).ifPresent(digest -> fact("digest", digest + ", which decides"));
        if (reference instanceof ShortName name) {
            alias(name);
            if (!verdict.resolution().equals("aliased")) {
                search(configuration.searchRegistries());
            }
            fact("mode", mode());
        }
    }

    private String mode() {
        String word = configuration.effectiveMode().word();
        return word + configuration.mode().map(mode -> at(mode.origin())).orElse(", the default");
    }

    private void alias(ShortName name) {
        Optional<AliasDefinition> alias = configuration.alias(name.path());
        fact("alias", alias.map(LayerWords::text).orElse("none"));
        String label = "layers";
        for (String word : LayerWords.of(name, configuration)) {
            fact(label, word);
            label = "";
        }
    }

    private void search(SearchRegistries search) {
        if (search.registries().isEmpty()) {
            fact("search", search.origin().map(origin -> "nothing" + at(origin)).orElse("nothing: no file has a list"));
        }
        for (Sourced<String> registry : search.registries()) {
            fact(
                    registry.equals(search.registries().getFirst()) ? "search" : "",
                    registry.value() + at(registry.origin()));
        }
        search.shadows().forEach(shadow -> fact("", "shadows the list" + at(shadow)));
    }

    private void candidate(Verdict.Place place, int number, int count) {
        PullPlan plan = place.plan();
        console.out().line("");
        title((count > 1 ? number + ". " : "") + plan.reference() + (plan.blocked() ? "  (blocked)" : ""));
        place.origin().ifPresent(origin -> fact("because of", origin.toString()));
        fact("table", plan.entry().map(Explanation::text).orElse("none: no prefix matches"));
        plan.entry().ifPresent(entry -> entry.shadows().forEach(shadow -> fact("", "shadows the table" + at(shadow))));
        for (int i = 0; i < plan.sources().size(); i++) {
            PullSource source = plan.sources().get(i);
            fact(i == 0 ? "fetched from" : "then from", text(source));
            fact("", "credentials: " + tellers.credentials().tell(source));
        }
        fact("signatures", tellers.signatures().tell(plan.reference()));
        plan.unused().forEach(unused -> fact("not from", unused.location() + ": " + Problems.why(unused)));
    }

    private static String text(RegistryEntry entry) {
        return "prefix " + entry.prefix() + at(entry.origin());
    }

    private static String text(PullSource source) {
        return source.reference()
                + (source.mirror() ? ", a mirror" : "")
                + (source.insecure() ? ", insecure" : "")
                + source.origin().map(Explanation::at).orElse("");
    }

    private void notes(Verdict verdict) {
        List<String> warnings = new ArrayList<>(verdict.warnings());
        warnings.addAll(verdict.notes());
        if (!warnings.isEmpty()) {
            console.out().line("");
        }
        for (String warning : warnings) {
            console.out().line(console.forOut().add(Style.YELLOW, "warning: ").add(warning));
        }
        console.out().line("");
        if (configuration.files().isEmpty()) {
            console.out().line("no configuration file was found");
        } else {
            console.out().line("files read, in order:");
        }
        configuration.files().forEach(file -> console.out().line("  " + file));
    }

    private static String at(Origin origin) {
        return "  (" + origin + ")";
    }

    private void title(String text) {
        console.out().line(console.forOut().add(Style.BOLD, text));
    }

    private void fact(String label, String text) {
        String colon = label.isEmpty() ? "" : ":";
        String gap = " ".repeat(Math.max(1, 14 - label.length() - colon.length()));
        console.out()
                .line(console.forOut().add("  ").add(Style.CYAN, label + colon).add(gap + text));
    }

    private void indented(String text) {
        for (String line : text.split("\n", -1)) {
            console.out().line("    " + line);
        }
    }
}
