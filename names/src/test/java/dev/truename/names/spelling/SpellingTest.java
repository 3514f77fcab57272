package dev.truename.names.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "ubi9, ubii9, true", // inserted
        "ubi9, ub9, true", // left out
        "ubi9, ubo9, true", // replaced
        "ubi9, uib9, true", // swapped
        "ubi9, bui9, true", // swapped at the start
        "ubi9, ub9i, true", // swapped at the end
        "ubi9, xubi9, true",
        "ubi9, ubi9x, true",
        "ubi8-minimal, ubi8-minmal, true",
        "ubi8-minimal, ubi8_minimal, true",
        "a-b_c.d, a.b.c-d, true", // separators, however many
        "a-b_c.d, a.b.c-x, true", // and one step
        "a-b_c.d, a.b.cd, true",
        "'', a, true",
        "ubi9, ubi9, false",
        "'', '', false",
        "ubi9, ubi, true",
        "ubi9, ubi99, true",
        "ubi9, ubi8, false", // another version
        "ubi9, ubix, true",
        "node12, node21, true", // swapped
        "ubi9, ub, false",
        "ubi9, 9ubi, false", // not neighbours
        "abcd, badc, false", // two swaps
        "abcd, bcda, false",
        "ubi9, UBI9, false",
        "ab, cd, false",
        "abc, acbd, false", // a swap and an insertion
        "kitten, sitting, false",
    })
    void nearIsOneStepWithAllSeparatorsEqual(String a, String b, boolean near) {
        assertEquals(near, Spelling.isNear(a, b));
        assertEquals(near, Spelling.isNear(b, a));
    }

    @ParameterizedTest
    @CsvSource({"ab, ab, 0", "ab, ba, 1", "abc, abd, 1", "abc, ab, 1", "ab, abc, 1", "'', abc, 3", "kitten, sitting, 3"
    })
    void distanceCountsChangesAndSwaps(String a, String b, int distance) {
        assertEquals(distance, Spelling.distance(a, b));
        assertEquals(distance, Spelling.distance(b, a));
    }
}
