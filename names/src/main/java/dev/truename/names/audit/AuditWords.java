package dev.truename.names.audit;

import dev.truename.names.audit.Decision.Doubt;
import dev.truename.names.audit.Decision.Reason;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Repository;
import dev.truename.names.workload.ImageUse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Findings and decisions in words, each on one line. What came from outside is in them as it came.
public final class AuditWords {
    /// So much of a digest tells images apart for people.
    private static final int DIGEST_SHOWN = 12;

    private AuditWords() {}

    /// What was found, with the names, hosts and places that make it so.
    public static String of(AuditFinding finding) {
        return switch (finding) {
            case AuditFinding.Squattable it -> squattable(it);
            case AuditFinding.Ambiguous it ->
                it.asked()
                        ? "different images: "
                                + join(it.holders().stream()
                                        .map(AuditWords::holder)
                                        .toList())
                        : "not asked, and each may have it: " + references(it.holders());
            case AuditFinding.Missing it -> "not there: " + references(it.places());
            case AuditFinding.Unresolved it ->
                "no alias, and no registry to search"
                        + it.searchList().map(AuditWords::at).orElse("");
            case AuditFinding.Inexpressible it ->
                "no alias, and no valid name behind a search registry" + at(it.registry()) + ": " + it.reason();
            case AuditFinding.Invalid it -> "no image name: " + it.reason();
            case AuditFinding.Blocked it -> "blocked: " + references(it.places());
            case AuditFinding.BreaksUnderEnforcing it ->
                it.registries() + " search registries and no alias"
                        + (it.now() ? ": refused, since the mode is enforcing" : "");
            case AuditFinding.Unknown it ->
                "not found out: "
                        + join(it.places().stream().map(AuditWords::failure).toList());
            case AuditFinding.ContradictsOfficial it ->
                "means " + it.alias().target().map(Repository::toString).orElse("nothing")
                        + at(it.alias().origin()) + "; the official table has " + it.official();
            case AuditFinding.NearMiss it ->
                "nearly " + join(it.near().stream().map(AuditWords::near).toList());
            case AuditFinding.Identical it ->
                "the same image at " + references(it.holders())
                        + digest(it.holders().getFirst())
                                .map(digest -> ": " + shown(digest))
                                .orElse("");
            case AuditFinding.OfficialUnused it -> "the official table has " + it.official();
            case AuditFinding.OneRegistry it ->
                it.holder().answer().isPresent()
                        ? "only there: " + holder(it.holder())
                        : "searched in one registry"
                                + it.holder().origin().map(AuditWords::at).orElse("") + ": "
                                + it.holder().reference();
            case AuditFinding.Alias it -> "an alias" + at(it.alias().origin());
            case AuditFinding.FullName _ -> "a full name";
        };
    }

    private static String squattable(AuditFinding.Squattable found) {
        String places = references(found.places());
        if (found.sure()) {
            return "not there, and anybody could put it there: " + places;
        }
        boolean hidden =
                found.places().stream().anyMatch(place -> place.answer().isPresent());
        return (hidden ? "private or not there, and then" : "not asked; if it is not there,")
                + " anybody could put it there: " + places;
    }

    /// On whose word a name is to mean a repository: what follows "REPOSITORY, which".
    public static String of(Reason reason) {
        return switch (reason) {
            case Reason.PresentAlias it -> "is its alias now" + at(it.alias().origin());
            case Reason.OfficialTable _ -> "is what the official table says";
            case Reason.OnlyHolder it ->
                it.without().isEmpty()
                        ? "has it, " + shown(it.digest())
                        : "alone has it, " + shown(it.digest()) + "; not there: " + repositories(it.without());
            case Reason.SameEverywhere it ->
                "has the same image, " + shown(it.digest()) + ", as " + repositories(it.others());
            case Reason.OnlyRegistry it -> "is in the only registry that is searched" + at(it.origin());
            case Reason.Preferred _ -> "is the preferred registry's";
        };
    }

    /// Why nobody can tell what a name is to mean.
    public static String of(Doubt doubt) {
        return switch (doubt) {
            case NOT_ASKED -> "several registries could have it, and nobody asked them";
            case DIFFERENT_IMAGES -> "several registries have it, and not the same image";
            case MISSING -> "no registry has it";
            case NO_ANSWER -> "a registry did not answer";
            case BLOCKED -> "a registry that comes into question is blocked";
            case NO_CANDIDATE -> "there is no registry that could have it";
        };
    }

    /// What a registry said, or that nobody asked it.
    public static String answer(Target target) {
        if (target.plan().blocked()) {
            return "blocked";
        }
        return target.answer().map(AuditWords::answer).orElse("not asked");
    }

    private static String answer(ProbeAnswer answer) {
        return switch (answer) {
            case ProbeAnswer.Present it -> "has it, " + shown(it.digest());
            case ProbeAnswer.Absent it ->
                switch (it.missing()) {
                    case IMAGE -> "has the repository, but not this image";
                    case REPOSITORY, UNSAID -> "does not have it";
                };
            case ProbeAnswer.Failed it -> it.detail();
            case ProbeAnswer.Blocked _ -> "blocked";
        };
    }

    /// Where a name is used, and by what.
    public static String of(ImageUse use) {
        return use.place() + (use.holder().isEmpty() ? "" : ": " + use.holder()) + (use.guess() ? ", a guess" : "");
    }

    /// Why the names of a key are to mean what is proposed, each reason once.
    static Set<String> reasons(AliasProposal proposal) {
        Set<String> reasons = new LinkedHashSet<>();
        for (AuditReport.Named named : proposal.names()) {
            if (named.audit().decision() instanceof Decision.Decided decided) {
                reasons.add(decided.repository() + ", which " + of(decided.reason()));
            }
        }
        return reasons;
    }

    /// Why the names of a key have no common meaning.
    static String doubts(AliasProposal proposal) {
        Set<String> doubts = new LinkedHashSet<>();
        for (AuditReport.Named named : proposal.names()) {
            if (named.audit().decision() instanceof Decision.Undecided undecided) {
                doubts.add(of(undecided.doubt()));
            }
        }
        return doubts.isEmpty() ? "its tags are in different repositories" : String.join("; ", doubts);
    }

    private static String failure(Target target) {
        return target.reference() + ": " + answer(target);
    }

    private static String holder(Target target) {
        return target.reference()
                + digest(target).map(digest -> " " + shown(digest)).orElse("");
    }

    private static Optional<Digest> digest(Target target) {
        return target.answer().orElse(null) instanceof ProbeAnswer.Present present
                ? Optional.of(present.digest())
                : Optional.empty();
    }

    private static String near(AliasDefinition alias) {
        return alias.key() + ", which means "
                + alias.target().map(Repository::toString).orElse("nothing") + at(alias.origin());
    }

    /// The start of a digest, which is enough to tell two apart.
    private static String shown(Digest digest) {
        return digest.algorithm().id() + ":" + digest.hex().substring(0, DIGEST_SHOWN);
    }

    private static String references(List<Target> targets) {
        return join(
                targets.stream().map(target -> target.reference().toString()).toList());
    }

    private static String repositories(List<Repository> repositories) {
        return join(repositories.stream().map(Repository::toString).toList());
    }

    private static String join(List<String> words) {
        return String.join(", ", words);
    }

    private static String at(Origin origin) {
        return " (" + origin + ")";
    }
}
