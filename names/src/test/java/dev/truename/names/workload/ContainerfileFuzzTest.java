package dev.truename.names.workload;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ContainerfileFuzzTest {
    private static final String GOOD = """
            # syntax=docker/dockerfile:1
            # escape=`
            ARG BASE="ubi8" V=1 C=${BASE}:$V
            FROM --platform=$BUILDPLATFORM ${BASE}:${V:-2} AS build
            RUN --mount=type=bind,from=tools/x,target=/x <<EOF `
              # comment
              cat
            FROM no
            EOF
            COPY --from=build --chown=1 /a /b
            COPY --from=busybox /a /b
            FROM $C
            """;

    @FuzzTest(maxDuration = "10s")
    void containerfile(byte[] bytes) {
        FuzzedWorkload.check("Containerfile", bytes);
        FuzzedWorkload.check("Containerfile", FuzzedWorkload.changed(GOOD, bytes));
    }
}
