package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class ChallengeFuzzTest {
    @FuzzTest(maxDuration = "10s")
    void anyFieldGivesBoundedChallenges(FuzzedDataProvider data) {
        String field = data.consumeRemainingAsString();
        List<Challenge> challenges = Challenge.parse(List.of(field));

        assertTrue(challenges.size() <= 16);
        for (Challenge challenge : challenges) {
            assertTrue(challenge.parameters().size() <= 32);
            assertTrue(challenge.parameters().values().stream().allMatch(value -> value.length() <= field.length()));
        }
    }
}
