package dev.truename.names.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.DropIn;
import dev.truename.names.reference.Printable;
import dev.truename.names.reference.Repository;
import dev.truename.names.toml.Toml;
import dev.truename.names.workload.ImageUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The drop-in that gives every short name of some workloads one meaning. What nobody here can decide is in it as
/// comments, with what comes into question.
///
/// @param title what the first line says
public record AliasDropIn(String title, List<AliasProposal> proposals) {
    /// More uses of one name are counted.
    private static final int SHOWN_USES = 3;

    /// A comment is cut off here, in code points.
    private static final int WIDEST = 400;

    public AliasDropIn {
        requireNonNull(title);
        proposals = List.copyOf(proposals);
    }

    /// The names that it gives a meaning.
    public List<AliasProposal> decided() {
        return proposals.stream().filter(it -> it.target().isPresent()).toList();
    }

    /// The names that it leaves open.
    public List<AliasProposal> undecided() {
        return proposals.stream().filter(it -> it.target().isEmpty()).toList();
    }

    /// A drop-in for `registries.conf.d`, in UTF-8.
    public String render() {
        StringBuilder out = new StringBuilder(1024);
        comment(title, out);
        comment(
                "Short names: " + proposals.size() + "; with one meaning: "
                        + decided().size() + "; left for you to decide: "
                        + undecided().size() + ".",
                out);
        out.append("[aliases]\n");
        for (AliasProposal proposal : decided()) {
            out.append('\n');
            AuditWords.reasons(proposal).forEach(reason -> comment(reason, out));
            uses(proposal, out);
            out.append(line(proposal.key(), proposal.target().orElseThrow())).append('\n');
        }
        for (AliasProposal proposal : undecided()) {
            out.append('\n');
            comment("UNDECIDED " + proposal.key() + ": " + AuditWords.doubts(proposal), out);
            uses(proposal, out);
            for (Repository candidate : proposal.candidates()) {
                comment(line(proposal.key(), candidate), out);
            }
        }
        return out.toString();
    }

    private static String line(String key, Repository target) {
        return Toml.quoted(key) + " = " + Toml.quoted(target.toString());
    }

    private static void uses(AliasProposal proposal, StringBuilder out) {
        Set<String> uses = new LinkedHashSet<>();
        for (AuditReport.Named named : proposal.names()) {
            for (ImageUse use : named.uses()) {
                uses.add(AuditWords.of(use));
            }
        }
        List<String> shown = new ArrayList<>(uses).subList(0, Math.min(SHOWN_USES, uses.size()));
        for (String use : shown) {
            comment("used: " + use, out);
        }
        if (uses.size() > shown.size()) {
            comment("and " + (uses.size() - shown.size()) + " more", out);
        }
    }

    /// Paths and names come from outside: a line break in them would end the comment.
    private static void comment(String text, StringBuilder out) {
        out.append("# ").append(Printable.text(text, WIDEST)).append('\n');
    }

    /// Reads what [#render()] gives, as an engine does.
    ///
    /// @return the keys that do not mean what was decided; none, or this program has a mistake
    public List<String> verify() {
        try {
            DropIn read = DropIn.parse(Path.of("aliases.conf"), render().getBytes(UTF_8));
            Set<String> wanted = new LinkedHashSet<>();
            decided().forEach(it -> wanted.add(it.key() + " " + it.target().orElseThrow()));
            for (AliasDefinition alias : read.aliases()) {
                wanted.remove(alias.key() + " "
                        + alias.target().map(Repository::toString).orElse(""));
            }
            return List.copyOf(wanted);
        } catch (ConfigurationException e) {
            throw new IllegalStateException("the drop-in does not load", e);
        }
    }
}
