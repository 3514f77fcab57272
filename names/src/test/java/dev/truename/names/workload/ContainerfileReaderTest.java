package dev.truename.names.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerfileReaderTest {
    private static final String SOURCE = "Containerfile";

    @ParameterizedTest
    @DisplayName("a line break is written as ^, the answer has the images, ! a problem")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "", textBlock = """
            FROM ubi8                                                  | ubi8
            from ubi8:1 as x                                           | ubi8:1
            FROM --platform=linux/amd64 a/b@sha256:0                   | a/b@sha256:0
            FROM "ubi8"                                                | ubi8
            FROM a AS x^FROM X^FROM b                                  | a b
            FROM scratch                                               | none
            FROM scratch^COPY --from=tools /a /b                       | tools
            FROM a AS x^FROM b^COPY --chown=1 --from=x /a /b           | a b
            FROM a^FROM b^COPY --from=0 /a /b                          | a b
            FROM a^COPY /from --from=b                                 | a
            FROM a^COPY --from="b:1" /a /b                             | a b:1
            FROM a^RUN --mount=type=bind,from=b,source=/ ls            | a b
            FROM a^RUN --mount=type=cache,target=/x ls --mount=from=b  | a
            FROM a AS x^RUN --mount=from=x,type=bind ls                | a
            FROM a^ONBUILD COPY --from=b /a /b                         | a b
            FROM a^ONBUILD                                             | a
            FROM a^RUN echo \\^FROM b                                  | a
            FROM \\^  # comment^^  a                                   | a
            FROM a^RUN x \\  ^ y^FROM b                                | a b
            # escape=`^FROM a^RUN dir c:\\^FROM b                      | a b
            # escape=`^FROM `^a                                        | a
            # note^# escape=`^FROM a^RUN x `^FROM b                    | a b
            # syntax=docker/dockerfile:1^FROM a                        | docker/dockerfile:1 a
            # Syntax = x/y ^# escape=`^FROM a                          | x/y a
            #syntax=x/y^FROM a                                         | x/y a
            FROM a^# syntax=x/y                                        | a
            FROM a^RUN <<EOF^FROM b^EOF^FROM c                         | a c
            FROM a^RUN <<-"E F" 3<<B cat^FROM b^\t\tE F^FROM x^B^FROM c| a c
            FROM a^COPY <<'X' /y^FROM b^X^FROM c                       | a c
            FROM a^RUN echo $((1<<2)) <<<EOF^FROM c                    | a c
            FROM a^RUN <<EOF^FROM b                                    | a
            ARG B=ubi8^FROM $B                                         | ubi8
            ARG B="ubi8"^FROM ${B}                                     | ubi8
            ARG B=a B=b C=$B:1^FROM $C                                 | b:1
            ARG V^FROM ubi8:$V                                         | ubi8
            ARG V^FROM ubi8:${V:-8.9}                                  | ubi8:8.9
            ARG V=^FROM ubi8${V:+:$V}                                  | ubi8
            ARG V=7^FROM ubi8${V:+:$V}                                 | ubi8:7
            FROM ${B:-a}:${C-${D:-b}}                                  | a:b
            FROM ${B:?needed}                                          | !
            FROM ${B%x}                                                | !
            FROM ${B                                                   | !
            ARG R^FROM $R/a                                            | !
            ARG P^FROM host:$P/a                                       | !
            FROM a^ARG B=b^FROM $B                                     | a !
            FROM                                                       | none
            FROM --platform=x                                          | none
            MAINTAINER me                                              | none
            """)
    void reads(String file, String expected) {
        String text = file.strip().replace("^", "\n").replace("\\t", "\t");
        String told = String.join(
                " ",
                Told.of(SOURCE, text).stream().map(line -> line.split(" ")[1]).toList());
        assertEquals(expected, told.isEmpty() ? "none" : told);
        String windows = String.join(
                " ",
                Told.of(SOURCE, text.replace("\n", "\r\n")).stream()
                        .map(line -> line.split(" ")[1])
                        .toList());
        assertEquals(told, windows, "with carriage returns");
    }

    @Test
    void tellsPlacesAndHolders() {
        String text = """
                # syntax=docker/dockerfile:1
                ARG BASE=ubi8
                FROM ${BASE} AS build
                RUN --mount=type=bind,from=tools,target=/t \\
                    make
                FROM \\
                    redis
                COPY --from=busybox /bin/sh /sh
                FROM a/${UNKNOWN}
                """;
        assertEquals(
                List.of(
                        "1:10 docker/dockerfile:1 | syntax directive",
                        "3:6 ubi8 | FROM, stage build",
                        "4:28 tools | RUN --mount, stage 1",
                        "7:5 redis | FROM, stage 2",
                        "8:13 busybox | COPY --from, stage 2",
                        "9:8 ! VARIABLE"),
                Told.of(SOURCE, text));
    }
}
