package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.pull.failure.PullException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
    private static final Endpoint HOST = new Endpoint(true, "a.example", 443);

    @ParameterizedTest
    @CsvSource({
        "https://A.example/v2/, https://a.example/v2/",
        "https://a.example:443/v2/, https://a.example/v2/",
        "HTTP://a.example:5000, http://a.example:5000/",
        "https://a.example?service=x, https://a.example/?service=x",
        "https://user:secret@a.example/b%2Fc?d=%20#e, https://a.example/b%2Fc?d=%20",
        "http://[::1]:5000/x, http://[::1]:5000/x",
    })
    void isWhatIsAskedFor(String text, String asked) throws Exception {
        assertEquals(URI.create(asked), Url.of(URI.create(text)).uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example/", "mailto:a@a.example", "/v2/", "https:///v2/", "https://a_b.1/"})
    void hasASchemeOfTheWebAndAHost(String text) {
        assertThrows(PullException.class, () -> Url.of(URI.create(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v2/", "/v2/ HTTP/1.0", "/v2/\r\nHost: b", "/v2/\nHost: b"})
    void aTargetCannotEndItsLine(String target) {
        assertThrows(IllegalArgumentException.class, () -> new Url(HOST, target));
    }

    @Test
    void showsNoQuery() {
        assertEquals("https://a.example/b", new Url(HOST, "/b?signature=secret").toString());
    }
}
