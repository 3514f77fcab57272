package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "*, ubi9, true",
        "*, openshift4/ose-cli, true",
        "ubi9, ubi9, true",
        "ubi9, ubi9/ubi, false",
        "ubi*, ubi9/ubi, true",
        "ubi*, ubi, true",
        "ubi*, rubi9, false",
        "*/ubi, ubi9/ubi, true",
        "*/ubi, ubi9/ubi-minimal, false",
        "openshift4/*, openshift4/ose-cli, true",
        "openshift4/*, openshift4, false",
        "a*b*c, aXbYbZc, true",
        "a*b*c, acb, false",
        "001-*.conf, 001-official.conf, true",
        "001-*.conf, 001-official.conf.new, false",
        "ubi?, ubi9, false",
        "a**b, ab, true",
        "'', '', true",
        "'', a, false",
    })
    void matches(String pattern, String text, boolean matches) {
        assertEquals(matches, new Glob(pattern).matches(text));
    }

    @Property(tries = 5000)
    void matchesWhatTheRegularExpressionMatches(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        String expression = pattern.replace("*", ".*");
        assertEquals(Pattern.matches(expression, text), new Glob(pattern).matches(text));
    }

    @Test
    void aHostilePatternCostsNoMoreThanTheProductOfTheLengths() {
        Glob glob = new Glob("*a".repeat(1000) + "b");
        assertTimeout(Duration.ofMinutes(1), () -> assertFalse(glob.matches("a".repeat(20_000))));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab*").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab").ofMaxLength(10);
    }
}
