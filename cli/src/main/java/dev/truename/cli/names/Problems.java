package dev.truename.cli.names;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Origin;
import dev.truename.names.config.ProtectedName;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.UnusedSource;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Resolution;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Why a name may not be pulled, in words.
public final class Problems {
    /// More are not told in one line.
    private static final int MOST_NEAR = 3;

    private Problems() {}

    /// The text is no name.
    public static CommandException invalid(InvalidReferenceException e) {
        return invalid(e, "A name is [REGISTRY/]PATH[:TAG][@DIGEST], such as ubi9 or quay.io/podman/hello:latest.");
    }

    /// The text is no name of the kind that is wanted.
    public static CommandException invalid(InvalidReferenceException e, String fix) {
        return new CommandException(ExitCode.USAGE, "invalid-name", String.valueOf(e.getMessage()), fix);
    }

    /// Several candidates and nobody to choose.
    public static CommandException ambiguous(Resolution.Ambiguous ambiguous, RegistriesConfiguration configuration) {
        StringBuilder message = new StringBuilder("short name \"" + ambiguous.name() + "\" could be any of:");
        for (Candidate candidate : ambiguous.candidates()) {
            message.append("\n  ").append(candidate.reference());
            message.append("  (").append(candidate.origin()).append(')');
        }
        String mode = configuration
                .mode()
                .map(it -> "; the mode enforcing (" + it.origin() + ") forbids to guess")
                .orElse("");
        return new CommandException(
                ExitCode.UNRESOLVED,
                "ambiguous",
                message + "\nand nobody can be asked" + mode,
                "Write the full name, or record what it means: " + record(ambiguous.name(), "REPOSITORY"));
    }

    /// No alias and nothing to search.
    public static CommandException unresolved(Resolution.Unresolved unresolved) {
        String erased =
                unresolved.erasure().map(it -> " (erased at " + it + ")").orElse("");
        String list = unresolved
                .searchList()
                .map(it -> "the list of search registries is empty at " + it)
                .orElse("no file lists search registries");
        return new CommandException(
                ExitCode.UNRESOLVED,
                "unresolved",
                "short name \"" + unresolved.name() + "\" has no alias" + erased + ", and " + list,
                "Write the full name, or record what it means: " + record(unresolved.name(), "REPOSITORY"));
    }

    /// A search registry cannot hold the name.
    public static CommandException inexpressible(Resolution.Inexpressible name) {
        return new CommandException(
                ExitCode.UNRESOLVED,
                "inexpressible",
                "short name \"" + name.name() + "\" has no alias, and no search registry can hold it ("
                        + name.registry() + "): " + name.reason(),
                "Write the full name, or record what it means: " + record(name.name(), "REPOSITORY"));
    }

    /// The configuration leaves no place to pull a reference from.
    public static CommandException blocked(PullPlan plan) {
        StringBuilder message = new StringBuilder(plan.reference() + " may not be pulled");
        boolean wrongName = false;
        for (UnusedSource source : plan.unused()) {
            message.append("\n  ").append(source.location()).append(": ").append(why(source));
            wrongName |= source.reason() == UnusedSource.Reason.INVALID_NAME;
        }
        return new CommandException(
                ExitCode.BLOCKED,
                "blocked",
                message.toString(),
                wrongName
                        ? "Correct the location, so that it gives a valid name."
                        : "Take the image from another registry, or lift the block where it is set.");
    }

    /// Why a place is not asked, with the line that says so.
    public static String why(UnusedSource source) {
        Origin because = source.because();
        return switch (source.reason()) {
            case DIGEST_ONLY -> "asked for digests only (" + because + "), and the name has none";
            case TAG_ONLY -> "asked for tags only (" + because + "), and the name has a digest";
            case BLOCKED -> "blocked (" + because + ")";
            case BLOCKED_LOCATION -> "its own location is blocked (" + because + ")";
            case INVALID_NAME -> "not a valid name (" + because + ")";
        };
    }

    /// A search instead of an alias is worth one line: what to write instead.
    public static String searched(ShortName name, List<Candidate> candidates, Optional<Origin> list) {
        String first = candidates.getFirst().reference().repository().toString();
        String where = list.map(it -> " (" + it + ")").orElse("");
        return "short name \"" + name + "\" has no alias and is searched" + where + "; write "
                + candidates.getFirst().reference() + ", or record it: " + record(name, first);
    }

    /// A name without an alias that is nearly one which has one.
    ///
    /// @param near at least one
    public static String nearMiss(ShortName name, List<AliasDefinition> near) {
        StringBuilder text = new StringBuilder("\"" + name.path() + "\" is no alias, but nearly ");
        for (int i = 0; i < near.size() && i < MOST_NEAR; i++) {
            AliasDefinition alias = near.get(i);
            text.append(i == 0 ? "\"" : ", or \"").append(alias.key()).append("\", which means ");
            text.append(alias.target().orElseThrow())
                    .append(" (")
                    .append(alias.origin())
                    .append(')');
        }
        return text.append(near.size() > MOST_NEAR ? ", or others" : "").toString();
    }

    /// What lower layers say of a protected name, and why it does not count.
    public static String refused(ProtectedName held) {
        StringBuilder text =
                new StringBuilder("\"" + held.definition().key() + "\" " + protection(held) + "; not counted: ");
        for (int i = 0; i < held.refused().size(); i++) {
            AliasDefinition refused = held.refused().get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(refused.target().map(Repository::toString).orElse("its erasure"))
                    .append(" (")
                    .append(refused.origin())
                    .append(')');
        }
        return text.toString();
    }

    /// An alias is to be recorded that would not count.
    public static CommandException isProtected(ProtectedName held, Path file) {
        String name = held.definition().key();
        return new CommandException(
                ExitCode.CONFIGURATION,
                "protected-name",
                "\"" + name + "\" " + protection(held) + ", so an alias in " + file + " would not count",
                "Nothing was changed. Record the alias under another name, or ask whoever keeps "
                        + held.policy().file() + ".");
    }

    /// What the name means and who says that it keeps this meaning, with both places.
    private static String protection(ProtectedName held) {
        String meaning =
                held.definition().target().map(target -> "means " + target).orElse("is to have no alias");
        return meaning + " (" + held.definition().origin() + ") and is protected by "
                + held.by().word() + " (" + held.policy() + ")";
    }

    private static String record(ShortName name, String repository) {
        return "truename alias add " + name.path() + " " + repository;
    }
}
