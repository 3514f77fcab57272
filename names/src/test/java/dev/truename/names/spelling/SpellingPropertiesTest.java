package dev.truename.names.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The quick answers against the slow one, on words of so few letters that many are near each other.
class SpellingPropertiesTest {
    @Property(tries = 20_000)
    void nearIsADistanceOfAtMostOne(@ForAll("words") String a, @ForAll("words") String b) {
        assertEquals(near(a, b), Spelling.isNear(a, b));
    }

    @Property
    void theIndexFindsWhatComparingAllWordsFinds(@ForAll("tables") Set<String> table, @ForAll("words") String wanted) {
        Set<String> expected = new HashSet<>(table);
        expected.removeIf(word -> !near(wanted, word));
        List<String> found = new NearWords(table).near(wanted);

        assertEquals(Math.min(expected.size(), NearWords.MOST), found.size());
        assertEquals(Set.copyOf(found).size(), found.size(), "each once");
        assertTrue(expected.containsAll(found));
    }

    private static boolean near(String a, String b) {
        return !a.equals(b) && Spelling.distance(folded(a), folded(b)) <= 1;
    }

    private static String folded(String word) {
        return word.replace('_', '-').replace('.', '-');
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abcd-_").ofMaxLength(6);
    }

    @Provide
    Arbitrary<Set<String>> tables() {
        return words().set().ofMaxSize(60);
    }
}
