package dev.truename.cri.metrics;

import java.util.List;

/// Sizes as one of a few words: the smallest bound, in bytes, that is not exceeded.
final class SizeWords {
    private static final List<Double> BOUNDS = Metrics.CRIO_LAYER_SIZE.buckets();

    private SizeWords() {}

    static String word(long bytes) {
        for (double bound : BOUNDS) {
            if (bytes <= bound) {
                return Long.toString((long) bound);
            }
        }
        return "+Inf";
    }
}
