package dev.truename.names.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Chooser;
import dev.truename.names.shortname.NearMisses;
import dev.truename.names.shortname.Resolution;
import dev.truename.names.shortname.ShortNameResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out what names mean under one snapshot. Any number of threads may ask it; contacts nothing.
public final class Auditor {
    private final RegistriesConfiguration configuration;
    private final OfficialNames official;
    private final Optional<String> preferred;
    private final ShortNameResolver resolver;
    private final PullSourcePlanner planner;
    private final NearMisses nearMisses;

    /// @param official what the official table says, though it may not be installed
    /// @param preferred the registry that a name is to mean where several come into question
    public Auditor(RegistriesConfiguration configuration, OfficialNames official, Optional<String> preferred) {
        this.configuration = requireNonNull(configuration);
        this.official = requireNonNull(official);
        this.preferred = requireNonNull(preferred);
        this.resolver = new ShortNameResolver(configuration);
        this.planner = new PullSourcePlanner(configuration);
        this.nearMisses = new NearMisses(configuration);
    }

    /// What registries would have to be asked about a name, in order: none that is blocked.
    public List<Qualified> questions(String image) {
        try {
            Resolution resolution = resolver.resolve(ImageReference.parse(image), Chooser.NOBODY);
            return targets(resolution, Answers.NONE).stream()
                    .filter(target -> !target.plan().blocked())
                    .map(Target::reference)
                    .toList();
        } catch (InvalidReferenceException e) {
            return List.of();
        }
    }

    /// What is found of a name.
    public NameAudit audit(String image, Answers answers) {
        try {
            return audit(image, ImageReference.parse(image), answers);
        } catch (InvalidReferenceException e) {
            List<AuditFinding> invalid = List.of(new AuditFinding.Invalid(e.reason()));
            return new NameAudit(image, Optional.empty(), List.of(), invalid, new Decision.Needless());
        }
    }

    private NameAudit audit(String image, ImageReference reference, Answers answers) {
        Resolution resolution = resolver.resolve(reference, Chooser.NOBODY);
        Search search = new Search(targets(resolution, answers));
        return switch (reference) {
            case Qualified name ->
                new NameAudit(
                        image,
                        Optional.of(name),
                        search.targets(),
                        FindingRules.ofFullName(search, name.digest().isPresent()),
                        new Decision.Needless());
            case ShortName name -> shortName(image, name, resolution, search);
        };
    }

    private NameAudit shortName(String image, ShortName name, Resolution resolution, Search search) {
        ShortNameFacts facts = new ShortNameFacts(name, official(name), preferred, configuration.effectiveMode());
        List<AuditFinding> findings;
        Decision decision;
        if (resolution instanceof Resolution.Aliased aliased) {
            AliasDefinition alias = aliased.alias();
            findings = FindingRules.ofAlias(facts, alias, search);
            decision =
                    new Decision.Decided(name, alias.target().orElseThrow(), new Decision.Reason.PresentAlias(alias));
        } else {
            findings = FindingRules.ofSearch(facts, resolution, search, nearMisses.of(name));
            decision = new DecisionRules(facts, search).decision();
        }
        return new NameAudit(image, Optional.of(name), search.targets(), findings, decision);
    }

    /// Not where the alias was taken away on purpose.
    private Optional<Repository> official(ShortName name) {
        boolean erased = configuration
                .alias(name.path())
                .filter(alias -> alias.target().isEmpty())
                .isPresent();
        return erased ? Optional.empty() : official.target(name.path());
    }

    private List<Target> targets(Resolution resolution, Answers answers) {
        return switch (resolution) {
            case Resolution.AlreadyQualified it -> List.of(target(Optional.empty(), it.reference(), answers));
            case Resolution.Aliased it -> List.of(target(Optional.of(it.alias().origin()), it.reference(), answers));
            case Resolution.Chosen it -> targets(List.of(it.candidate()), answers);
            case Resolution.Searched it -> targets(it.candidates(), answers);
            case Resolution.Ambiguous it -> targets(it.candidates(), answers);
            case Resolution.Unresolved _, Resolution.Inexpressible _ -> List.of();
        };
    }

    private List<Target> targets(List<Candidate> candidates, Answers answers) {
        List<Target> targets = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            targets.add(target(Optional.of(candidate.origin()), candidate.reference(), answers));
        }
        return targets;
    }

    private Target target(Optional<Origin> origin, Qualified reference, Answers answers) {
        return new Target(origin, planner.plan(reference), answers.about(reference));
    }
}
