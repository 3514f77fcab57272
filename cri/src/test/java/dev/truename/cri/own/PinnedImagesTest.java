package dev.truename.cri.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedImagesTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "quay.io/a/b:1, quay.io/a/b:1, true",
        "quay.io/a/b:1, quay.io/a/b:12, false",
        "quay.io/a*, quay.io/a/b:1, true",
        "quay.io/a*, quay.io/b/a:1, false",
        "*pause*, registry.k8s.io/pause:3.10, true",
        "*pause*, registry.k8s.io/paus:3.10, false",
        "*quay.io*, quay.io/a:1, true",
    })
    void matchesAsItSays(String pattern, String name, boolean expected) {
        assertEquals(expected, new PinnedImages(List.of(pattern)).matches(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "**", "*a", "a*b", "*a*b*", "a**"})
    void refusesOtherForms(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> new PinnedImages(List.of(pattern)));
    }
}
