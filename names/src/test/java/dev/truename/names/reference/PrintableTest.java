package dev.truename.names.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrintableTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("plain text", "plain text"),
                Arguments.of("\u001b[31mred", "\\u{1b}[31mred"),
                Arguments.of("a\tb\nc", "a\\u{9}b\\u{a}c"),
                Arguments.of("\u202egpj.exe", "\\u{202e}gpj.exe"),
                Arguments.of("zero\u200bwidth", "zero\\u{200b}width"),
                Arguments.of("\u2028", "\\u{2028}"),
                Arguments.of("\ue000", "\\u{e000}"),
                Arguments.of("\ud83d", "\\u{d83d}"),
                Arguments.of("\ud83d\ude00 Gr\u00fc\u00dfe", "\ud83d\ude00 Gr\u00fc\u00dfe"),
                Arguments.of("\udb40\udc41", "\\u{e0041}"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatDoesMoreThanShowItselfIsWrittenAsItsNumber(String text, String shown) {
        assertEquals(shown, Printable.text(text));
    }

    static Stream<Arguments> starts() {
        return Stream.of(
                Arguments.of("abc", 3, "abc"),
                Arguments.of("abcd", 3, "abc..."),
                Arguments.of("\ud83d\ude00\ud83d\ude00", 1, "\ud83d\ude00..."),
                Arguments.of("\u0007ab", 2, "\\u{7}..."),
                Arguments.of("\u0007\u0007ab", 6, "\\u{7}\\u{7}..."));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void theStartOfALongTextIsShown(String text, int most, String shown) {
        assertEquals(shown, Printable.text(text, most));
    }

    @Property
    void nothingElseIsLeft(@ForAll String text) {
        String shown = Printable.text(text);

        assertTrue(shown.codePoints().allMatch(Printable::isPrintable), shown);
        assertEquals(shown, Printable.text(shown));
    }
}
