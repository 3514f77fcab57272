package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.pull.failure.PullException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static Endpoint endpoint(String url) throws PullException {
        return Endpoint.of(URI.create(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                      | https://r.example        | true",
                "r.example               | https://r.example        | false",
                "r.example               | https://a.r.example      | false",
                "r.example               | https://ar.example       | true",
                ".r.example              | https://r.example        | true",
                ".r.example              | https://a.r.example      | false",
                "*.r.example             | https://a.r.example      | false",
                "*                       | https://r.example        | false",
                "R.EXAMPLE               | https://r.example        | false",
                "r.example:443           | https://r.example        | false",
                "r.example:443           | https://r.example:5000   | true",
                "x, r.example ,y         | https://r.example        | false",
                "10.0.0.0/8              | https://10.1.2.3         | false",
                "10.0.0.0/8              | https://11.1.2.3         | true",
                "10.0.0.0/99             | https://10.1.2.3         | true",
                "10.1.2.3                | https://10.1.2.3:5000    | false",
                "10.1.2.3:5000           | https://10.1.2.3:5000    | false",
                "10.1.2.3:5001           | https://10.1.2.3:5000    | true",
                "fd00::/8                | https://[fd12::1]        | false",
                "[fd12::1]:443           | https://[fd12::1]        | false",
                "''                      | https://localhost:5000   | false",
                "''                      | https://127.0.0.1        | false",
                "''                      | https://127.9.9.9        | false",
                "''                      | https://[::1]:5000       | false",
            })
    void noProxyFollowsGosRules(String noProxy, String url, boolean proxied) throws PullException {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY", noProxy));

        assertEquals(proxied, proxies.before(endpoint(url)).isPresent());
    }

    @Test
    void eachSchemeHasItsProxyAndLowerCaseCountsWhereUpperCaseIsNotSet() throws PullException {
        Proxies proxies = Proxies.of(Map.of("http_proxy", "one.example:1", "HTTPS_PROXY", "https://two.example"));

        assertEquals(
                new Endpoint(false, "one.example", 1),
                proxies.before(endpoint("http://r.example")).orElseThrow().endpoint());
        assertEquals(
                new Endpoint(true, "two.example", 443),
                proxies.before(endpoint("https://r.example")).orElseThrow().endpoint());
    }

    @Test
    void userInformationBecomesAHeaderAndIsNotShown() throws PullException {
        Proxy proxy = Proxies.of(Map.of("HTTPS_PROXY", "http://me:p%40ss@proxy.example"))
                .before(endpoint("https://r.example"))
                .orElseThrow();

        assertEquals("Basic bWU6cEBzcw==", proxy.authorization().orElseThrow());
        assertFalse(proxy.toString().contains("me"), proxy.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://proxy.example:1080", "http://", "::::", "http://me:secret@:1"})
    void whatIsNoProxyIsAnErrorThatShowsNoSecret(String value) {
        PullException failure = assertThrows(PullException.class, () -> Proxies.of(Map.of("HTTPS_PROXY", value)));

        assertFalse(failure.failure().detail().contains("secret"));
    }
}
