package dev.truename.names.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            ::1, ::1
            0:0:0:0:0:0:0:1, ::1
            0000:0:0::0001, ::1
            ::, ::
            2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1
            1:0:2:0:0:3:0:0, 1:0:2::3:0:0
            1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8
            1:2:3:4:5:6:0:8, 1:2:3:4:5:6:0:8
            1::, 1::
            1:2:3:4:5:6:7, none
            1:2:3:4:5:6:7:8:9, none
            1::2::3, none
            1:2:3:4::5:6:7:8, none
            :::, none
            12345::, none
            1:, none
            :1, none
            g::, none
            """)
    void addressesHaveOneShortestSpelling(String text, String shortest) {
        assertEquals(shortest, Ipv6.shortest(text));
    }

    @ParameterizedTest
    @CsvSource({
        "quay.io, quay.io",
        "quay.io:443, quay.io",
        "quay.io:80, quay.io:80",
        "registry-1.docker.io, docker.io",
        "registry-1.docker.io:443, docker.io",
        "[0::1]:5000, [::1]:5000",
        "[::1], [::1]",
        "[g], [g]",
        "localhost:443, localhost",
        "acme.azurecr.io:443, acme.azurecr.io",
    })
    void registriesHaveOneSpelling(String host, String canonical) {
        assertEquals(canonical, HostName.of(host).canonical());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true, false",
        "a.localhost, true, false",
        "127.0.0.1, true, true",
        "127.1.2.3:80, true, true",
        "[0:0::1]:80, true, true",
        "128.0.0.1, false, true",
        "127.0.0.org, false, false",
        "a.org, false, false",
        "1.2.3, false, false",
        "[::2], false, true",
    })
    void addresses(String host, boolean loopback, boolean address) {
        assertEquals(loopback, HostName.of(host).isLoopback());
        assertEquals(address, HostName.of(host).isAddress());
    }

    @Test
    void wordsAreWhatStandsAheadOfTheTopDomain() {
        assertEquals(List.of("a", "b", "c"), HostName.of("a-b.c.dev:80").words());
        assertEquals("dev", HostName.of("a-b.c.dev:80").topDomain());
        assertEquals("80", HostName.of("a-b.c.dev:80").port());
        assertEquals("[::1]", HostName.of("[::1]").toString());
    }
}
