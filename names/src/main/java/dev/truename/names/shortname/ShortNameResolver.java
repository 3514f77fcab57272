package dev.truename.names.shortname;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.config.Sourced;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Resolves names against one snapshot. Immutable, and as fast as one map look-up when an alias is hit.
public record ShortNameResolver(RegistriesConfiguration configuration) {
    private static final String LOCALHOST = "localhost";

    public ShortNameResolver {
        requireNonNull(configuration);
    }

    /// What the name means.
    ///
    /// @param chooser asked only if there are several candidates and the mode is not [ShortNameMode#DISABLED]
    public Resolution resolve(ImageReference reference, Chooser chooser) {
        // No pattern switch: it is linked when it first runs, and no cache takes that away from a cold start.
        return reference instanceof ShortName name
                ? resolveShort(name, chooser)
                : new Resolution.AlreadyQualified(((Qualified) reference).withDefaultTag());
    }

    private Resolution resolveShort(ShortName name, Chooser chooser) {
        @Nullable AliasDefinition alias = configuration.alias(name.path()).orElse(null);
        if (alias != null && alias.target().isPresent()) {
            return new Resolution.Aliased(name.in(alias.target().get()).withDefaultTag(), alias);
        }
        return search(name, Optional.ofNullable(alias).map(AliasDefinition::origin), chooser);
    }

    private Resolution search(ShortName name, Optional<Origin> erasure, Chooser chooser) {
        var list = configuration.searchRegistries();
        if (list.registries().isEmpty()) {
            return new Resolution.Unresolved(name, list.origin(), erasure);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Sourced<String> registry : list.registries()) {
            try {
                candidates.add(new Candidate(name.at(registry.value()).withDefaultTag(), registry.origin()));
            } catch (InvalidReferenceException e) {
                return new Resolution.Inexpressible(name, registry.origin(), e.reason());
            }
        }
        return pick(name, candidates, chooser);
    }

    private Resolution pick(ShortName name, List<Candidate> candidates, Chooser chooser) {
        ShortNameMode mode = configuration.effectiveMode();
        if (candidates.size() == 1 || mode == ShortNameMode.DISABLED) {
            return new Resolution.Searched(name, candidates);
        }
        Optional<Candidate> choice = chooser.choose(name, List.copyOf(candidates));
        if (choice.isPresent()) {
            return chosen(name, choice.get());
        }
        return mode == ShortNameMode.ENFORCING
                ? new Resolution.Ambiguous(name, candidates)
                : new Resolution.Searched(name, candidates);
    }

    private static Resolution.Chosen chosen(ShortName name, Candidate choice) {
        ShortName key = new ShortName(name.path(), Optional.empty(), Optional.empty());
        return new Resolution.Chosen(
                choice, new Recording(key, choice.reference().repository()));
    }

    /// The names under which an image that is already here is looked for, in order: what an alias says, then
    /// `localhost/NAME`, then the search registries; of a qualified name, itself. The mode does not matter, since
    /// nothing is contacted. A place that cannot hold the name is left out.
    public List<Qualified> local(ImageReference reference) {
        return switch (reference) {
            case Qualified qualified -> List.of(qualified.withDefaultTag());
            case ShortName name -> localNames(name);
        };
    }

    private List<Qualified> localNames(ShortName name) {
        List<Qualified> names = new ArrayList<>();
        configuration
                .alias(name.path())
                .flatMap(AliasDefinition::target)
                .ifPresent(target -> names.add(name.in(target)));
        addAt(LOCALHOST, name, names);
        for (Sourced<String> registry : configuration.searchRegistries().registries()) {
            addAt(registry.value(), name, names);
        }
        names.replaceAll(Qualified::withDefaultTag);
        return List.copyOf(names);
    }

    private static void addAt(String registry, ShortName name, List<Qualified> names) {
        if (name.needsAlias() || registry.length() + 1 + name.path().length() > Repository.MAX_LENGTH) {
            return;
        }
        names.add(name.at(registry));
    }
}
