package dev.truename.cri.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BareAddressesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "no address | no address",
                "https://r.example/v2/a | https://r.example/v2/a",
                "Get \"https://s3.example/b?X-Sig=abc&d=e\": dial | Get \"https://s3.example/b?...\": dial",
                "https://me:secret@r.example:5000/v2 is away | https://r.example:5000/v2 is away",
                "https://me:se@cret@r.example | https://r.example",
                "https://r.example?token=1#x 403 | https://r.example?... 403",
                "https://r.example/a@sha256:1 | https://r.example/a@sha256:1",
                "https://r.example#part | https://r.example?...",
                "http://a?b http://c?d | http://a?... http://c?...",
                "user@host said x://y?z | user@host said x://y?...",
                ":// | ://",
                "a://? | a://?...",
                "why? really | why? really",
            })
    @DisplayName("queries and user information are left out, of addresses alone")
    void leavesOut(String text, String bare) {
        assertEquals(bare, BareAddresses.in(text));
    }

    @Test
    @Timeout(10)
    @DisplayName("much of nothing costs little")
    void hostile() {
        for (String part : List.of("a://b ", "a://@ ", "a://@", "://", "a://b?")) {
            String text = part.repeat(100_000);
            assertTrue(BareAddresses.in(text).length() <= text.length() + 100_000 * 3);
        }
    }
}
