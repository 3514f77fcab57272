package dev.truename.pull.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageConfigTest {
    private static ImageConfig parse(String json) throws PullException {
        return ImageConfig.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "here");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                    {'os':'linux','architecture':'arm64','variant':'v8'}            | linux/arm64/v8
                    {'os':'linux','architecture':'amd64','variant':'','config':{}}  | linux/amd64
                    {'rootfs':{'diff_ids':[]}}                                      | /
                    """)
    void thePlatformIsRead(String json, String platform) throws PullException {
        assertEquals(platform, parse(json).platform().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'os':1}",
                "{'os':'linux','os':'windows'}",
                "{'os':'linux','OS':'windows'}",
                "{'os':'linux'}x"
            })
    void anythingElseIsMalformed(String json) {
        PullException refused = assertThrows(PullException.class, () -> parse(json));
        assertInstanceOf(PullFailure.Malformed.class, refused.failure());
    }
}
