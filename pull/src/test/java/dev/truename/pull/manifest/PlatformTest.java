package dev.truename.pull.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "linux/amd64, linux/amd64",
        "linux/arm64/v8, linux/arm64/v8",
        "linux/x86_64, linux/amd64",
        "linux/aarch64, linux/arm64",
        "linux/armhf, linux/arm/v7",
        "linux/armel, linux/arm/v6",
        "linux/i686, linux/386",
        "windows/amd64, windows/amd64"
    })
    void isReadAndPrinted(String text, String printed) {
        assertEquals(printed, Platform.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "linux",
                "linux/",
                "/amd64",
                "linux//v8",
                "linux/arm64/v8/x",
                "Linux/amd64",
                "linux/amd64 ",
                "linux/\u001b[31m",
                "linux/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void anythingElseIsRefused(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Platform.parse(text));
        assertEquals(-1, String.valueOf(refused.getMessage()).indexOf('\u001b'));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux/amd64",
        "Linux, x86, linux/386",
        "Linux, i386, linux/386",
        "Linux, aarch64, linux/arm64/v8",
        "Linux, arm, linux/arm/v7",
        "Linux, ppc64le, linux/ppc64le",
        "Linux, s390x, linux/s390x",
        "Linux, riscv64, linux/riscv64",
        "Linux, loongarch64, linux/loong64",
        "Mac OS X, aarch64, linux/arm64/v8",
        "Windows Server 2022, amd64, windows/amd64"
    })
    void theHostHasGosNames(String osName, String osArch, String platform) {
        assertEquals(platform, Platform.ofHost(osName, osArch).toString());
    }
}
