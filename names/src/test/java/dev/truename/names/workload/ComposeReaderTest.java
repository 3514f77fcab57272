package dev.truename.names.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            redis                        | redis
            "redis:7"                    | redis:7
            'a/b@sha256:0'               | a/b@sha256:0
            redis:${TAG:-7}              | redis:7
            redis:${TAG-7}               | redis:7
            redis:${TAG}                 | redis, tag from TAG
            redis:$TAG                   | redis, tag from TAG
            redis:v$MAJOR.1              | redis, tag from MAJOR
            ${IMAGE:-redis}              | redis
            ${IMAGE:-redis:7}            | redis:7
            ${A:-${B:-redis}}            | redis
            ${HUB:-}redis                | redis
            ${HUB:+x/}redis              | redis
            ${HUB}/redis                 | !
            ${IMAGE}                     | !
            ${IMAGE:?not set}            | !
            host:${PORT}/redis           | !
            :${TAG}                      | !
            "r\\x65dis"                  | redis
            " redis "                    | redis
            """)
    void images(String written, String expected) {
        List<String> told = Told.of("compose.yaml", "services:\n  web:\n    image: " + written + "\n");
        assertEquals(1, told.size());
        String only = told.getFirst().substring(told.getFirst().indexOf(' ') + 1);
        assertEquals(expected, only.startsWith("!") ? "!" : only.replace(" | service web", ""));
    }

    @Test
    void servicesAndTheirVolumes() {
        String text = """
                x-common: &common
                  image: mongo
                services:
                  one: {<<: *common}
                  two: {<<: *common, image: postgres}
                  three: {build: ., image: my/app}
                  four: {build: {context: .}}
                  five:
                    image: >-
                      redis
                    volumes: ["a:/b", {type: image, source: data/set, target: /x}, {type: bind, source: /tmp}]
                """;
        assertEquals(
                List.of(
                        "2:10 mongo | service one",
                        "5:29 postgres | service two",
                        "6:28 my/app | service three, unless it is built",
                        "10:7 redis | service five",
                        "11:45 data/set | service five, volume"),
                Told.of("stack.yml", text));
    }

    @Test
    @DisplayName("a chart's values with services are values")
    void valuesAreNone() {
        String text = "services: {web: {image: nginx}}\n";
        assertEquals(List.of("1:25 nginx | service web"), Told.of("stack.yaml", text));
        assertEquals(List.of("1:25 ?nginx | value services.web.image"), Told.of("values-prod.yaml", text));
    }
}
