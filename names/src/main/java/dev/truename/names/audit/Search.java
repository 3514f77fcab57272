package dev.truename.names.audit;

import dev.truename.names.probe.FailureKind;
import dev.truename.names.probe.Missing;
import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.reference.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The targets of one name, in the order in which a pull comes to them, by what was found out of them. A pull goes on
/// to the next only where a registry says that it has no such image. Lists have each repository once, though a search
/// list may name a registry twice.
record Search(List<Target> targets) {
    /// What a target is known to be.
    private enum State {
        HAS_IT,
        LACKS_IT,
        FAILED,
        BLOCKED,
        NOT_ASKED
    }

    private static State state(Target target) {
        if (target.plan().blocked()) {
            return State.BLOCKED;
        }
        return target.answer().map(Search::state).orElse(State.NOT_ASKED);
    }

    private static State state(ProbeAnswer answer) {
        return switch (answer) {
            case ProbeAnswer.Present _ -> State.HAS_IT;
            case ProbeAnswer.Absent _ -> State.LACKS_IT;
            case ProbeAnswer.Failed _ -> State.FAILED;
            case ProbeAnswer.Blocked _ -> State.BLOCKED;
        };
    }

    /// Whether every target that may be asked was.
    boolean isAsked() {
        return with(State.NOT_ASKED).isEmpty();
    }

    /// Whether nothing stands in the way of knowing what a pull gets, once all are asked.
    boolean isSettled() {
        return with(State.FAILED).isEmpty() && blocked().isEmpty();
    }

    /// Whether all were asked, and none has it.
    boolean isMissing() {
        return !targets.isEmpty() && with(State.LACKS_IT).size() == distinct();
    }

    /// What a pull gets, if that is sure.
    Optional<Target> first() {
        for (Target target : targets) {
            switch (state(target)) {
                case HAS_IT -> {
                    return Optional.of(target);
                }
                case NOT_ASKED -> {
                    return open().size() == 1 ? Optional.of(target) : Optional.empty();
                }
                case FAILED, BLOCKED -> {
                    return Optional.empty();
                }
                case LACKS_IT -> {}
            }
        }
        return Optional.empty();
    }

    List<Target> holders() {
        return with(State.HAS_IT);
    }

    List<Target> without() {
        return with(State.LACKS_IT);
    }

    List<Target> failed() {
        return with(State.FAILED);
    }

    /// Those that a pull may come to, and that stop it.
    List<Target> blocked() {
        List<Target> blocked = new ArrayList<>(0);
        for (Target target : upToHolder()) {
            if (state(target) == State.BLOCKED) {
                addOnce(target, blocked);
            }
        }
        return blocked;
    }

    /// Those that may be asked.
    List<Target> open() {
        List<Target> open = new ArrayList<>(targets.size());
        for (Target target : targets) {
            if (state(target) != State.BLOCKED) {
                addOnce(target, open);
            }
        }
        return open;
    }

    /// Where anybody could put the name so that it is found before what is meant: in registries ahead of the first
    /// that has it. Where nobody asked, or the registry does not tell, all but the last could lack it.
    List<Target> takeable() {
        List<Target> takeable = new ArrayList<>(0);
        for (Target target : upToHolder()) {
            boolean mayLackIt = switch (state(target)) {
                case LACKS_IT -> !hasRepository(target);
                case FAILED -> isHidden(target) && !target.equals(targets.getLast());
                case NOT_ASKED -> !target.equals(targets.getLast());
                case HAS_IT, BLOCKED -> false;
            };
            if (mayLackIt && target.canBeTaken()) {
                addOnce(target, takeable);
            }
        }
        return takeable;
    }

    /// A repository that is there has an owner, and strangers cannot push to it.
    private static boolean hasRepository(Target target) {
        return target.answer().orElse(null) instanceof ProbeAnswer.Absent absent && absent.missing() == Missing.IMAGE;
    }

    /// Docker Hub, for one, says the same of what is private and of what does not exist.
    private static boolean isHidden(Target target) {
        return target.answer().orElse(null) instanceof ProbeAnswer.Failed failed
                && failed.kind() == FailureKind.UNAUTHORIZED;
    }

    /// The digests of those that have it.
    Set<Digest> digests() {
        Set<Digest> digests = new HashSet<>();
        for (Target target : targets) {
            if (target.answer().orElse(null) instanceof ProbeAnswer.Present present) {
                digests.add(present.digest());
            }
        }
        return digests;
    }

    /// The targets ahead of the first that has it; all where none does.
    private List<Target> upToHolder() {
        for (int i = 0; i < targets.size(); i++) {
            if (state(targets.get(i)) == State.HAS_IT) {
                return targets.subList(0, i);
            }
        }
        return targets;
    }

    private int distinct() {
        List<Target> distinct = new ArrayList<>(targets.size());
        targets.forEach(target -> addOnce(target, distinct));
        return distinct.size();
    }

    private List<Target> with(State state) {
        List<Target> with = new ArrayList<>(0);
        for (Target target : targets) {
            if (state(target) == state) {
                addOnce(target, with);
            }
        }
        return with;
    }

    /// Lists are as short as a search list: comparing costs less than hashing, and nothing is allocated.
    private static void addOnce(Target target, List<Target> targets) {
        for (Target each : targets) {
            if (each.reference().repository().equals(target.reference().repository())) {
                return;
            }
        }
        targets.add(target);
    }
}
