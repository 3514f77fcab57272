package dev.truename.cli.args;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> WORDS = List.of("resolve", "explain", "pull", "prune", "rm", "images");

    @ParameterizedTest
    @CsvSource({
        "reslove, resolve",
        "resolv, resolve",
        "pul, pull",
        "plul, pull",
        "purne, prune",
        "image, images",
        "img, ''",
        "x, ''",
        "'', ''",
        "list, ''",
        "exp, explain",
    })
    void onlyWhatIsNearIsSuggested(String word, String meant) {
        assertEquals(meant, Suggestion.nearest(word, WORDS).orElse(""));
    }

    @Test
    void longWordsCostNothing() {
        assertEquals(Optional.empty(), Suggestion.nearest("x".repeat(1_000_000), WORDS));
    }
}
