package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
    static Stream<Arguments> fields() {
        return Stream.of(
                read("Basic realm=\"r\"", new Challenge("basic", Map.of("realm", "r"))),
                read("basic", new Challenge("basic", Map.of())),
                read("Bearer realm=r , service = \"s\"", new Challenge("bearer", Map.of("realm", "r", "service", "s"))),
                read(
                        "Bearer realm=\"https://a.example/t\",service=\"s\",scope=\"repository:a/b:pull,push\"",
                        new Challenge(
                                "bearer",
                                Map.of(
                                        "realm", "https://a.example/t",
                                        "service", "s",
                                        "scope", "repository:a/b:pull,push"))),
                read("Bearer REALM=\"r\"", new Challenge("bearer", Map.of("realm", "r"))),
                read("Bearer realm=\"a\\\"b\\\\c\"", new Challenge("bearer", Map.of("realm", "a\"b\\c"))),
                read("Bearer realm=\"\"", new Challenge("bearer", Map.of("realm", ""))),
                read("Bearer realm=a,realm=b", new Challenge("bearer", Map.of("realm", "a"))),
                read(
                        "Basic realm=\"x\", Bearer realm=\"y\",service=z",
                        new Challenge("basic", Map.of("realm", "x")),
                        new Challenge("bearer", Map.of("realm", "y", "service", "z"))),
                read(
                        "Negotiate, Basic realm=x",
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "x"))),
                read(
                        "Negotiate abc/def==, Basic realm=x",
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "x"))),
                read(",, Basic realm=x ,", new Challenge("basic", Map.of("realm", "x"))),
                read("Bearer realm=\"open", new Challenge("bearer", Map.of())),
                read(""),
                read("\"quoted\""),
                read("=x"));
    }

    private static Arguments read(String field, Challenge... challenges) {
        return Arguments.of(field, List.of(challenges));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldIsReadAsTheGrammarSays(String field, List<Challenge> challenges) {
        assertEquals(challenges, Challenge.parse(List.of(field)));
    }

    @Test
    void severalFieldsAreReadInOrder() {
        assertEquals(
                List.of("basic", "bearer"),
                Challenge.parse(List.of("Basic realm=x", "Bearer realm=y")).stream()
                        .map(Challenge::scheme)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ", "a=", "a,", "\"", "Bearer realm=\"", "\\", "a=b,", "=", " ", "Basic a/b=,"})
    void hostileFieldsCostLittleAndGiveFew(String part) {
        String field = part.repeat(10_240 / part.length());

        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 100; i++) {
                assertTrue(Challenge.parse(List.of(field)).size() <= 16);
            }
        });
    }

    @Property
    void whatIsQuotedComesBack(@ForAll @AlphaChars @StringLength(min = 1) String name, @ForAll String value) {
        String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");

        List<Challenge> read = Challenge.parse(List.of("Bearer " + name + "=\"" + quoted + "\""));
        if (quoted.length() < 1000) {
            assertEquals(
                    value,
                    read.getFirst().parameter(name.toLowerCase(Locale.ROOT)).orElseThrow());
        }
    }

    @Property
    void nothingThrows(@ForAll String field) {
        Challenge.parse(List.of(field));
    }
}
