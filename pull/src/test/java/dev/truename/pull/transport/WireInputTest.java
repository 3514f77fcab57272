package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireInputTest {
    private static WireInput input(Duration idle, int... first) {
        byte[] bytes = new byte[10_000];
        for (int i = 0; i < first.length; i++) {
            bytes[i] = (byte) first[i];
        }
        return new WireInput(new ByteArrayInputStream(bytes), idle);
    }

    @Test
    void aTrickleTimesOutThoughNoSingleReadDoes() {
        assertThrows(SocketTimeoutException.class, () -> input(Duration.ZERO).read(new byte[1023]));
    }

    @Test
    void aKibibyteIsEnoughToGoOn() throws Exception {
        WireInput input = input(Duration.ZERO);

        assertEquals(1024, input.read(new byte[1024]));
        assertEquals(2000, input.read(new byte[2000]));
    }

    @Test
    void aNewExchangeStartsAnew() throws Exception {
        WireInput input = input(Duration.ofHours(1));

        input.read(new byte[10]);
        input.restart();
        assertEquals(10, input.read(new byte[10]));
    }

    @ParameterizedTest
    @CsvSource({"22, true", "21, true", "72, false", "0, false", "255, false"})
    void theFirstByteTellsWhetherItIsTls(int first, boolean tls) throws Exception {
        WireInput input = input(Duration.ofHours(1), first);

        assertFalse(input.beganAsTls());
        input.read();
        input.read();
        assertEquals(tls, input.beganAsTls());
    }
}
