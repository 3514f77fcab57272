package dev.truename.names.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What holds of any bytes in any format.
final class FuzzedWorkload {
    private FuzzedWorkload() {}

    /// A good text with a part of it replaced.
    ///
    /// @param bytes where (two bytes), how much goes (one byte), and what comes instead
    static byte[] changed(String good, byte[] bytes) {
        byte[] text = good.getBytes(UTF_8);
        if (bytes.length < 3) {
            return text;
        }
        int at = (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % text.length;
        int gone = Math.min(bytes[2] & 0x1f, text.length - at);
        byte[] out = new byte[text.length - gone + bytes.length - 3];
        System.arraycopy(text, 0, out, 0, at);
        System.arraycopy(bytes, 3, out, at, bytes.length - 3);
        System.arraycopy(text, at + gone, out, at + bytes.length - 3, text.length - at - gone);
        return out;
    }

    /// Places are in the text, in order and each once; what is told can be shown; names that are written are read
    /// again, and every other line stays as it is.
    static void check(String source, byte[] bytes) {
        Reading reading = WorkloadReader.read(source, bytes, Optional.empty());
        long lines = lines(bytes).size();
        Set<Place> places = new HashSet<>();
        for (ImageUse use : reading.uses()) {
            assertTrue(use.place().line() <= lines && places.add(use.place()), use::toString);
            assertTrue(isShowable(use.holder()) && !use.image().isBlank(), use::toString);
        }
        assertEquals(
                reading.uses(),
                reading.uses().stream()
                        .sorted(Comparator.comparing(
                                ImageUse::place,
                                Comparator.comparingInt(Place::line).thenComparingInt(Place::column)))
                        .toList());
        for (Problem problem : reading.problems()) {
            assertTrue(problem.place().line() <= lines, problem::toString);
            assertTrue(isShowable(problem.message()) && isShowable(problem.fix()), problem::toString);
        }
        rewrite(source, bytes, reading);
    }

    private static void rewrite(String source, byte[] bytes, Reading reading) {
        Map<Place, Qualified> names = new HashMap<>();
        for (ImageUse use : reading.uses()) {
            qualified(use.image()).ifPresent(name -> names.put(use.place(), name));
        }
        Rewritten rewritten = Rewrite.of(source, bytes, Optional.empty(), names);
        assertEquals(names.size(), rewritten.names() + rewritten.refusals().size());
        Set<Place> refused =
                rewritten.refusals().stream().map(Rewritten.Refusal::place).collect(Collectors.toSet());
        List<ImageUse> fresh =
                WorkloadReader.read(source, rewritten.text(), Optional.empty()).uses();
        assertEquals(reading.uses().size(), fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            ImageUse before = reading.uses().get(i);
            boolean written = names.containsKey(before.place()) && !refused.contains(before.place());
            String expected = written ? String.valueOf(names.get(before.place())) : before.image();
            assertEquals(expected, fresh.get(i).image());
            assertEquals(before.holder(), fresh.get(i).holder());
        }
    }

    private static Optional<Qualified> qualified(String image) {
        try {
            return Optional.of(Qualified.parse("q.io/x/" + image));
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(new String(bytes, UTF_8).split("\r\n|\r|\n", -1));
    }

    private static boolean isShowable(String text) {
        return text.codePoints().noneMatch(Character::isISOControl);
    }
}
