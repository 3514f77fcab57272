package dev.truename.names.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.util.List;
import java.util.Optional;

/// What was found of one name.
///
/// @param image as written
/// @param reference none for what is no name
/// @param targets what it means or could mean, in the order in which they are asked
/// @param findings at least one, the worst first
public record NameAudit(
        String image,
        Optional<ImageReference> reference,
        List<Target> targets,
        List<AuditFinding> findings,
        Decision decision) {
    public NameAudit {
        requireNonNull(image);
        requireNonNull(reference);
        targets = List.copyOf(targets);
        findings = List.copyOf(findings);
        requireNonNull(decision);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("nothing was found of " + image);
        }
    }

    /// The class that it is reported under.
    public AuditClass worst() {
        return findings.getFirst().kind();
    }

    /// Whether it is of this class, whatever else it is.
    public boolean is(AuditClass kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }

    public boolean isShort() {
        return reference.filter(ShortName.class::isInstance).isPresent();
    }

    /// What a pull gets, as far as that is sure: nothing where a search has not been made.
    public Optional<Qualified> means() {
        return new Search(targets).first().map(Target::reference);
    }

    /// What an engine that knows no aliases and no search registries takes the name for, such as Docker, and
    /// containerd below Kubernetes: a short name is Docker Hub's. None where it would refuse the name.
    public Optional<Qualified> elsewhere() {
        return reference.flatMap(NameAudit::atDockerHub);
    }

    private static Optional<Qualified> atDockerHub(ImageReference reference) {
        try {
            return Optional.of(
                    switch (reference) {
                        case Qualified qualified -> qualified.withDefaultTag();
                        case ShortName name -> name.at(Repository.DOCKER_HUB).withDefaultTag();
                    });
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }
}
