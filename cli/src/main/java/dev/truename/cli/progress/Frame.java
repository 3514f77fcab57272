package dev.truename.cli.progress;

import java.util.ArrayList;
import java.util.List;

/// What a terminal shows of a pull at one moment, as lines no wider than it is. ASCII, so that it suits every locale.
final class Frame {
    /// More layers than that are on their way only with `--parallel`.
    static final int MOST_LINES = 8;

    private static final int DIGEST = 14;
    private static final int NUMBERS = 24;
    private static final int WIDEST_BAR = 50;
    private static final int NARROWEST_BAR = 8;

    private Frame() {}

    /// @param seconds since the pull began
    static List<String> of(String name, PullState.Snapshot state, double seconds, int width) {
        List<String> lines = new ArrayList<>();
        for (PullState.Moving moving :
                state.moving().subList(0, Math.min(MOST_LINES, state.moving().size()))) {
            lines.add(cut(blob(moving, width), width));
        }
        lines.add(cut(name + ": " + total(state, seconds), width));
        return lines;
    }

    private static String blob(PullState.Moving moving, int width) {
        long size = moving.blob().size();
        String numbers = Sizes.text(moving.position()) + " / " + Sizes.text(size);
        String digest = EventText.shortDigest(moving.blob()) + "  ";
        String note = moving.note().isEmpty() ? "" : "  " + moving.note();
        int bar = Math.min(WIDEST_BAR, width - DIGEST - NUMBERS - 2 - note.length());
        String drawn = bar < NARROWEST_BAR ? "" : bar(moving.position(), size, bar) + "  ";
        return digest + drawn + numbers + note;
    }

    /// `[====>     ]`, of exactly this width.
    static String bar(long position, long size, int width) {
        int inner = width - 2;
        int filled = size <= 0 ? inner : (int) Math.min(inner, (double) position / size * inner);
        StringBuilder bar = new StringBuilder("[").repeat("=", filled);
        if (filled < inner) {
            bar.append('>').repeat(" ", inner - filled - 1);
        }
        return bar.append(']').toString();
    }

    private static String total(PullState.Snapshot state, double seconds) {
        if (state.blobs() == 0) {
            return state.status();
        }
        long position = state.doneBytes();
        for (PullState.Moving moving : state.moving()) {
            position += moving.position();
        }
        long rate = seconds < 0.5 ? 0 : (long) (position / seconds);
        String speed = rate == 0 ? "" : "  " + Sizes.text(rate) + "/s";
        return state.doneBlobs() + "/" + state.blobs() + " blobs  " + Sizes.text(position) + " / "
                + Sizes.text(state.bytes()) + speed;
    }

    private static String cut(String line, int width) {
        return line.length() < width ? line : line.substring(0, width - 1);
    }
}
