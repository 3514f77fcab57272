package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class TlsWarmUpTest {
    @Test
    void doesAllOfItWithThisJava() {
        TlsWarmUp.OURS.forEach(step -> assertDoesNotThrow(step::run));
        assertDoesNotThrow(TlsWarmUp::readAuthorities);
    }
}
