package dev.truename.names.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {
    @ParameterizedTest
    @DisplayName("every kind with a pod inside tells its images")
    @CsvSource({
        "v1,Pod,spec",
        "apps/v1,Deployment,spec.template.spec",
        "apps/v1,ReplicaSet,spec.template.spec",
        "apps/v1,StatefulSet,spec.template.spec",
        "apps/v1,DaemonSet,spec.template.spec",
        "batch/v1,Job,spec.template.spec",
        "batch/v1,CronJob,spec.jobTemplate.spec.template.spec",
        "v1,ReplicationController,spec.template.spec",
        "v1,PodTemplate,template.spec",
        "apps.openshift.io/v1,DeploymentConfig,spec.template.spec",
        "serving.knative.dev/v1,Service,spec.template.spec",
        "argoproj.io/v1alpha1,Rollout,spec.template.spec",
        "keda.sh/v1alpha1,ScaledJob,spec.jobTargetRef.template.spec",
        "operators.coreos.com/v1alpha1,ClusterServiceVersion,spec.install.spec.deployments.spec.template.spec",
    })
    void podInside(String version, String kind, String path) {
        String pod = """
                {initContainers: [{name: i, image: a/init}], containers: [{name: c, image: a/main:1}, {image: a/side}],
                 ephemeralContainers: [{name: e, image: a/debug}], volumes: [{name: v, image: {reference: a/data}}]}""";
        String nested = pod;
        List<String> keys = List.of(path.split("\\."));
        for (String key : keys.reversed()) {
            nested = "{" + key + ": " + nested + "}";
        }
        String document = "apiVersion: " + version + "\nkind: " + kind + "\nmetadata: {name: web}\n" + keys.getFirst()
                + ":\n  " + nested.substring(nested.indexOf(':') + 1, nested.length() - 1);
        String title = kind + " web, ";
        assertEquals(
                List.of(
                        "a/init | " + title + "init container i",
                        "a/main:1 | " + title + "container c",
                        "a/side | " + title + "container 2",
                        "a/debug | " + title + "ephemeral container e",
                        "a/data | " + title + "volume v"),
                Told.of("x.yaml", document).stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .toList());
    }

    @Test
    void listsHaveKindsOfTheirOwnOrOne() {
        String document = """
                {"apiVersion": "v1", "items": [
                  {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"image": "one"}]}}],
                 "kind": "List"}
                """;
        assertEquals(List.of("2:101 one | Pod a, container 1"), Told.of("x.json", document));
        String typed = document.replace("\"kind\": \"List\"", "\"kind\": \"PodList\"")
                .replace("\"apiVersion\": \"v1\", \"kind\": \"Pod\", ", "");
        assertEquals(List.of("2:66 one | Pod a, container 1"), Told.of("x.json", typed));
    }

    @Test
    void whatAClusterAddsIsNotReadAgain() {
        String document = """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, annotations: {image: "note"}}
                spec: {containers: [{name: c, image: nginx}]}
                status: {containerStatuses: [{image: docker.io/library/nginx:latest}], containers: [{image: no}]}
                """;
        assertEquals(List.of("nginx"), Told.images("x.yaml", document));
    }

    @Test
    void buildsAndImageStreams() {
        String document = """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: app}
                spec:
                  strategy: {sourceStrategy: {from: {kind: DockerImage, name: "ubi8/nodejs-16"}}}
                  source: {images: [{from: {kind: DockerImage, name: tools}}, {from: {kind: ImageStreamTag, name: "a:b"}}]}
                  output: {to: {kind: DockerImage, name: my/pushed}}
                ---
                apiVersion: image.openshift.io/v1
                kind: ImageStream
                metadata: {name: is}
                spec: {tags: [{name: "1", from: {kind: DockerImage, name: "redis:6"}}]}
                """;
        assertEquals(
                List.of(
                        "5:64 ubi8/nodejs-16 | BuildConfig app, from",
                        "6:54 tools | BuildConfig app, from",
                        "12:60 redis:6 | ImageStream is, from"),
                Told.of("x.yaml", document));
    }

    @Test
    void templatesUseTheirParameters() {
        String document = """
                apiVersion: template.openshift.io/v1
                kind: Template
                parameters: [{name: IMAGE, value: app/x}, {name: TAG}, {name: REGISTRY}]
                objects:
                - {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [
                    {name: a, image: "${IMAGE}:2"},
                    {name: b, image: "app/y:${TAG}"},
                    {name: c, image: "${REGISTRY}/app/z"}]}}
                """;
        assertEquals(
                List.of(
                        "6:23 app/x:2 | Pod p, container a",
                        "7:23 app/y | Pod p, container b, tag from TAG",
                        "8:23 ! VARIABLE"),
                Told.of("x.yaml", document));
    }

    @Test
    void tektonAndArgo() {
        String document = """
                apiVersion: tekton.dev/v1
                kind: Pipeline
                metadata: {name: p}
                spec:
                  params: [{name: builder, default: buildah}]
                  tasks:
                  - taskSpec:
                      stepTemplate: {image: alpine}
                      sidecars: [{image: docker-dind}]
                      steps:
                      - {name: build, image: $(params.builder)}
                      - {name: other, image: $(params.unknown)}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: CronWorkflow
                metadata: {name: w}
                spec:
                  workflowSpec:
                    templates:
                    - {name: t, container: {image: docker/whalesay}}
                    - {name: s, script: {image: "python:alpine3.6", source: "print('{{x}}')"}}
                    - {name: u, container: {image: "{{inputs.parameters.image}}"}}
                    - {name: v, sidecars: [{name: nginx, image: nginx}], containerSet: {containers: [{name: m, image: bash}]}}
                """;
        assertEquals(
                List.of(
                        "8:29 alpine | Pipeline p, step template",
                        "9:26 docker-dind | Pipeline p, sidecar 1",
                        "11:30 buildah | Pipeline p, step build",
                        "20:36 docker/whalesay | CronWorkflow w, container",
                        "21:34 python:alpine3.6 | CronWorkflow w, script",
                        "23:49 nginx | CronWorkflow w, sidecar nginx",
                        "23:103 bash | CronWorkflow w, container m",
                        "12:30 ! VARIABLE",
                        "22:37 ! VARIABLE"),
                Told.of("x.yaml", document));
    }

    @Test
    void operatorsAndVirtualMachines() {
        String document = """
                apiVersion: operators.coreos.com/v1alpha1
                kind: ClusterServiceVersion
                metadata: {name: op.v1}
                spec:
                  relatedImages: [{name: db, image: quay.io/x/db@sha256:0}]
                  install: {spec: {deployments: [{spec: {template: {spec: {containers: [
                    {name: m, image: op, env: [{name: RELATED_IMAGE_DB, value: x/db}, {name: OTHER, value: x/no}]}]}}}}]}}
                ---
                apiVersion: operators.coreos.com/v1alpha1
                kind: CatalogSource
                metadata: {name: cs}
                spec: {image: x/index:v4}
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: vm}
                spec: {template: {spec: {volumes: [{name: d, containerDisk: {image: kubevirt/fedora}}]}}}
                """;
        assertEquals(
                List.of(
                        "5:37 quay.io/x/db@sha256:0 | ClusterServiceVersion op.v1, related image db",
                        "7:22 op | ClusterServiceVersion op.v1, container m",
                        "7:64 ?x/db | ClusterServiceVersion op.v1, container m, RELATED_IMAGE_DB",
                        "12:15 x/index:v4 | CatalogSource cs, spec",
                        "17:69 kubevirt/fedora | VirtualMachine vm, container disk"),
                Told.of("x.yaml", document));
    }

    @Test
    void customResourcesAreGuessed() {
        String document = """
                apiVersion: example.com/v1
                kind: Widget
                metadata: {generateName: w-}
                spec:
                  image: foo/bar
                  picture: {image: a.png}
                  size: {image: 5}
                  sidecarImage: side
                  proxyImage: envoy:1
                  web: {image: {registry: "", repository: x/web, tag: 1.10, digest: null}}
                  sure: {containers: [{name: c, image: nginx}]}
                """;
        assertEquals(
                List.of(
                        "5:10 ?foo/bar | Widget w-, spec.image",
                        "9:15 ?envoy:1 | Widget w-, spec.proxyImage",
                        "10:43 ?x/web:1.10 | Widget w-, spec.web.image",
                        "11:40 nginx | Widget w-, container c"),
                Told.of("x.yaml", document));
    }

    @Test
    @DisplayName("in kinds that everybody knows nothing is guessed")
    void noGuessesInKnownKinds() {
        String document = """
                apiVersion: v1
                kind: ConfigMap
                data: {image: busybox, app.yaml: "image: redis"}
                """;
        assertEquals(List.of(), Told.of("x.yaml", document));
    }

    @Test
    @DisplayName("an image behind an anchor is told once, where it stands, for its first user")
    void anchors() {
        String document = """
                apiVersion: example.com/v1
                kind: Widget
                spec:
                  first: &c {name: a, image: &i redis}
                  containers:
                  - *c
                  - {name: b, image: *i}
                  - {<<: *c, name: d}
                """;
        assertEquals(List.of("4:33 redis | Widget, container a"), Told.of("x.yaml", document));
    }

    @Test
    void helmTellsTheTemplate() {
        String document = """
                ---
                # Source: harbor/templates/core/core-dpl.yaml
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: core
                spec:
                  template:
                    spec:
                      containers:
                      - name: core
                        image: goharbor/harbor-core:v2.10.0
                """;
        assertEquals(
                List.of("12:16 goharbor/harbor-core:v2.10.0 | Deployment core"
                        + " (harbor/templates/core/core-dpl.yaml), container core"),
                Told.of("-", document));
    }

    @Test
    @DisplayName("a million images behind aliases of aliases take no longer than the file")
    void laughs() {
        StringBuilder document = new StringBuilder("apiVersion: x.y/v1\nkind: W\nl0: &l0 [{image: lol}]\n");
        for (int i = 1; i < 40; i++) {
            String above = "*l" + (i - 1);
            document.append("l" + i + ": &l" + i + " [" + above + ", " + above + ", " + above + "]\n");
        }
        document.append("m0: &m0 {image: merged}\n");
        for (int i = 1; i < 40; i++) {
            document.append("m" + i + ": &m" + i + " {<<: [*m" + (i - 1) + ", *m" + (i - 1) + "]}\n");
        }
        document.append("containers: [*m39, *l39]\n");
        assertEquals(List.of("lol", "merged"), Told.images("x.yaml", document.toString()));
    }
}
