package dev.truename.names.reload;

import java.time.Duration;

/// When files are looked at.
///
/// @param quiet how long nothing must have changed before they are read: whoever writes several files, or one piece by
///     piece, is to be done
/// @param patience how long after the first change they are read though changes go on
/// @param poll how often they are read though no change was told
public record ReloadSettings(Duration quiet, Duration patience, Duration poll) {
    public static final ReloadSettings DEFAULT =
            new ReloadSettings(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofMinutes(1));

    public ReloadSettings {
        if (quiet.isNegative() || patience.compareTo(quiet) < 0 || poll.compareTo(patience) < 0 || poll.isZero()) {
            throw new IllegalArgumentException("quiet, patience and poll must not shrink");
        }
    }

    /// The same, but files are read at least this often.
    public ReloadSettings polling(Duration interval) {
        return new ReloadSettings(quiet, patience, interval);
    }
}
