package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "10.1.2.3, true",
        "172.16.0.1, true",
        "172.32.0.1, false",
        "192.168.1.1, true",
        "169.254.169.254, true",
        "100.64.0.1, true",
        "100.128.0.1, false",
        "0.0.0.0, true",
        "224.0.0.1, true",
        "8.8.8.8, false",
        "::1, true",
        "fe80::1, true",
        "fd00::1, true",
        "::ffff:10.0.0.1, true",
        "2001:db8::1, false",
    })
    void internalAddressesAreKnown(String address, boolean internal) {
        assertEquals(internal, Addresses.isInternal(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "127.0.0.1, true",
        "127.1.2.3, true",
        "[::1], true",
        "127.example, false",
        "localhost.example, false",
        "10.0.0.1, false",
        "[fe80::1], false",
        "'', false",
        "[], false",
        "1, false",
    })
    void loopbackIsKnownByName(String host, boolean loopback) {
        assertEquals(loopback, Addresses.isLoopback(host));
    }
}
