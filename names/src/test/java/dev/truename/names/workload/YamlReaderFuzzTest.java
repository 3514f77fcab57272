package dev.truename.names.workload;

import com.code_intelligence.jazzer.junit.FuzzTest;

class YamlReaderFuzzTest {
    private static final String GOOD = """
            # Source: a/b.yaml
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {template: {spec: {containers: [{name: c, image: "re\\x64is"}, {image: 'a:1'}],
              volumes: [{image: {reference: v}}]}}}
            ---
            x: &x {image: one}
            services: {a: {<<: *x, build: .}, b: {image: "${A:-b}:${C}"}}
            ---
            image: >-
              two
            web: {image: {registry: "", repository: three, tag: 4, digest: }}
            some: {image: five, imageTag: "6"}
            ---
            apiVersion: tekton.dev/v1
            kind: Task
            spec: {params: [{name: p, default: seven}], steps: [{image: $(params.p)}, {image: "{{ q }}"}]}
            """;

    @FuzzTest(maxDuration = "10s")
    void yaml(byte[] bytes) {
        FuzzedWorkload.check("x.yaml", bytes);
        FuzzedWorkload.check("x.yaml", FuzzedWorkload.changed(GOOD, bytes));
    }
}
