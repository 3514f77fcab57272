package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class TlsWarmUpTest {
    @Test
    void doesAllOfItWithThisJava() {
        assertDoesNotThrow(TlsWarmUp::run);
        assertDoesNotThrow(TlsWarmUp::readAuthorities);
    }
}
