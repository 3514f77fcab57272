package dev.truename.cli.names;

import dev.truename.cli.command.CommandException;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Origin;
import dev.truename.names.config.ProtectedName;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Chooser;
import dev.truename.names.shortname.NearMisses;
import dev.truename.names.shortname.Resolution;
import dev.truename.names.shortname.ShortNameResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out about names against one snapshot. Contacts nothing.
public final class NameJudge {
    private final RegistriesConfiguration configuration;
    private final ShortNameResolver resolver;
    private final PullSourcePlanner planner;
    private final Chooser chooser;
    private final List<String> notes = new ArrayList<>();
    private @Nullable NearMisses nearMisses;

    /// One that asks nobody.
    public NameJudge(RegistriesConfiguration configuration) {
        this(configuration, Chooser.NOBODY);
    }

    /// @param chooser who may be asked
    public NameJudge(RegistriesConfiguration configuration, Chooser chooser) {
        this.chooser = chooser;
        this.configuration = configuration;
        this.resolver = new ShortNameResolver(configuration);
        this.planner = new PullSourcePlanner(configuration);
        for (Finding warning : configuration.warnings()) {
            if (!ConfigurationLoading.isRefusal(warning)) {
                notes.add(warning.toString());
            }
        }
    }

    /// What a name means, and where it would be pulled from.
    public Verdict judge(String input) {
        try {
            ImageReference reference = ImageReference.parse(input);
            return judge(input, reference, resolver.resolve(reference, chooser));
        } catch (InvalidReferenceException e) {
            return Verdict.failed(input, false, Problems.invalid(e));
        }
    }

    /// The names under which a local image is looked for.
    public Verdict judgeLocal(String input) {
        try {
            ImageReference reference = ImageReference.parse(input);
            List<Verdict.Place> places = new ArrayList<>();
            for (Qualified name : resolver.local(reference)) {
                places.add(new Verdict.Place(Optional.empty(), planner.plan(name)));
            }
            Verdict pulled = judge(input, reference, resolver.resolve(reference, Chooser.NOBODY));
            return new Verdict(
                    input, pulled.isShort(), pulled.resolution(), pulled.origin(), places, notes, List.of(), null);
        } catch (InvalidReferenceException e) {
            return Verdict.failed(input, false, Problems.invalid(e));
        }
    }

    /// What there is to say about a name when nothing can be known of it.
    public static Verdict withoutConfiguration(String input, CommandException why) {
        try {
            return Verdict.failed(input, ImageReference.parse(input) instanceof ShortName, why);
        } catch (InvalidReferenceException e) {
            return Verdict.failed(input, false, why);
        }
    }

    private Verdict judge(String input, ImageReference reference, Resolution resolution) {
        boolean isShort = reference instanceof ShortName;
        // the usual cases, ahead of a switch that must first be linked: see docs/decisions/0013
        if (resolution instanceof Resolution.Aliased it) {
            return aliased(input, it);
        }
        if (resolution instanceof Resolution.AlreadyQualified it) {
            return one(input, isShort, "qualified", Optional.empty(), it.reference(), List.of());
        }
        return switch (resolution) {
            case Resolution.AlreadyQualified it ->
                one(input, isShort, "qualified", Optional.empty(), it.reference(), List.of());
            case Resolution.Aliased it -> aliased(input, it);
            case Resolution.Chosen it -> chosen(input, it);
            case Resolution.Searched it -> searched(input, it);
            case Resolution.Ambiguous it -> ambiguous(input, it);
            case Resolution.Unresolved it -> nowhere(input, it.name(), it.searchList(), Problems.unresolved(it));
            case Resolution.Inexpressible it ->
                nowhere(input, it.name(), Optional.of(it.registry()), Problems.inexpressible(it));
        };
    }

    private Verdict one(
            String input,
            boolean isShort,
            String word,
            Optional<Origin> origin,
            Qualified reference,
            List<String> warnings) {
        PullPlan plan = planner.plan(reference);
        List<Verdict.Place> places = List.of(new Verdict.Place(origin, plan));
        return new Verdict(input, isShort, word, origin, places, notes, warnings, blocked(plan));
    }

    private Verdict aliased(String input, Resolution.Aliased aliased) {
        Optional<Origin> origin = Optional.of(aliased.alias().origin());
        List<String> warnings = refusals(aliased.alias().key());
        return one(input, true, "aliased", origin, aliased.reference(), warnings);
    }

    /// What lower layers say of a name that is protected.
    private List<String> refusals(String path) {
        @Nullable ProtectedName held = configuration.layers().protectedNames().get(path);
        return held == null || held.refused().isEmpty() ? List.of() : List.of(Problems.refused(held));
    }

    private Verdict chosen(String input, Resolution.Chosen chosen) {
        Optional<Origin> origin = Optional.of(chosen.candidate().origin());
        return one(
                        input,
                        true,
                        "chosen",
                        origin,
                        chosen.candidate().reference(),
                        refusals(chosen.toRecord().key().path()))
                .recording(chosen.toRecord());
    }

    private Verdict searched(String input, Resolution.Searched searched) {
        List<Verdict.Place> places = places(searched.candidates());
        Optional<Origin> list = configuration.searchRegistries().origin();
        List<String> all = warningsAbout(searched.name());
        all.add(Problems.searched(searched.name(), searched.candidates(), list));
        return new Verdict(
                input,
                true,
                "searched",
                list,
                places,
                notes,
                all,
                blocked(places.getFirst().plan()));
    }

    private Verdict ambiguous(String input, Resolution.Ambiguous ambiguous) {
        return new Verdict(
                input,
                true,
                "ambiguous",
                configuration.searchRegistries().origin(),
                places(ambiguous.candidates()),
                notes,
                warningsAbout(ambiguous.name()),
                Problems.ambiguous(ambiguous, configuration));
    }

    private Verdict nowhere(String input, ShortName name, Optional<Origin> origin, CommandException problem) {
        return new Verdict(input, true, "unresolved", origin, List.of(), notes, warningsAbout(name), problem);
    }

    private List<Verdict.Place> places(List<Candidate> candidates) {
        List<Verdict.Place> places = new ArrayList<>();
        for (Candidate candidate : candidates) {
            places.add(new Verdict.Place(Optional.of(candidate.origin()), planner.plan(candidate.reference())));
        }
        return places;
    }

    /// What to tell about a name that has no alias, before anything is done with it.
    public List<String> warningsAbout(ShortName name) {
        if (nearMisses == null) {
            nearMisses = new NearMisses(configuration);
        }
        List<String> all = new ArrayList<>(refusals(name.path()));
        List<AliasDefinition> near = nearMisses.of(name);
        if (!near.isEmpty()) {
            all.add(Problems.nearMiss(name, near));
        }
        return all;
    }

    private static @Nullable CommandException blocked(PullPlan plan) {
        return plan.blocked() ? Problems.blocked(plan) : null;
    }
}
