package dev.truename.names.workload;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherReadersTest {
    @Test
    void values() {
        String text = """
                image: {registry: docker.io, repository: grafana/grafana, tag: "", sha: ""}
                nginx: {image: {repository: goharbor/nginx-photon, tag: v2.10.0}}
                image2:
                  longhorn: {engine: {repository: longhornio/longhorn-engine, tag: v1.6.0}}
                init: {image: busybox, imageTag: 1.36}
                app: {image: "nginx:1", tag: 2}
                busyboxImage: busybox:1
                initImage: busybox
                pull: {image: {name: kiwigrid/k8s-sidecar, tag: 1.26}}
                off: {image: ~, repository: stable/charts}
                git: {repository: "https://example.com/x.git", tag: v1}
                tpl: {image: "{{ .Values.global.registry }}/x"}
                tagged: {image: {repository: x/tagged, tag: "{{ .Chart.AppVersion }}"}}
                pinned: {image: {repository: x/pinned, digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}}
                picture: {image: logo.svg}
                flags: {image: true}
                """;
        assertEquals(
                List.of(
                        "1:42 ?docker.io/grafana/grafana | value image",
                        "2:29 ?goharbor/nginx-photon:v2.10.0 | value nginx.image",
                        "4:35 ?longhornio/longhorn-engine:v1.6.0 | value image2.longhorn.engine",
                        "5:15 ?busybox:1.36 | value init.image",
                        "6:15 ?nginx:1 | value app.image",
                        "7:15 ?busybox:1 | value busyboxImage",
                        "9:22 ?kiwigrid/k8s-sidecar:1.26 | value pull.image",
                        "13:30 ?x/tagged | value tagged.image, tag from a template",
                        "14:30 ?x/pinned@sha256:" + "0123456789abcdef".repeat(4) + " | value pinned.image",
                        "12:15 ! VARIABLE"),
                Told.of("values.yaml", text));
    }

    @Test
    @DisplayName("a template that was not rendered is told once, with what to do")
    void templates() {
        Reading control = read("x.yaml", "{{- if .Values.on }}\nkind: Pod\n{{- end }}\n");
        assertEquals(List.of("1:1 ! TEMPLATE"), Told.of(control));
        assertTrue(control.problems().getFirst().fix().contains("helm template"));
        assertEquals(
                List.of("3:10 ! TEMPLATE"),
                Told.of("x.yaml", "kind: Pod\nspec:\n  image: {{ .Values.image }}\n---\n[\n"));
        assertEquals(
                List.of("3:1 ! SYNTAX"),
                Told.of("x.yaml", "text: \"{{ quoted }}\"\nmore: [\n"),
                "what is in quotes is no template");
    }

    @Test
    void quadletUnits() {
        String text = """
                # Image=no
                [Unit]
                Image=no
                [Container]
                Image=old
                Image = docker.io/x/y:1\s
                Exec=sh -c \\
                Image=no
                [Image]
                Image=redis:%i
                [Volume]
                Image=base.image
                """;
        assertEquals(
                List.of("6:9 docker.io/x/y:1 | Container unit", "10:7 redis | Image unit, tag from %i"),
                Told.of("web.container", text));
        assertEquals(List.of(), Told.of("web.container", "[Container]\nImage=a\nImage=\n"));
        assertEquals(List.of("2:7 ! SYNTAX"), Told.of("web.container", "[Container]\nImage=a\\\nb\n"));
        assertEquals(List.of("2:7 ! VARIABLE"), Told.of("web.container", "[Container]\nImage=%i\n"));
        assertEquals(List.of("2:8 ! VARIABLE"), Told.of("web.container", "[Container]\nImage=:%i\n"));
    }

    @Test
    void lists() {
        String text = "\ufeffubi8  # comment\n\n#no\n  docker.io/x:1\r\nNginx\ntwo words\n";
        assertEquals(
                List.of("1:1 ubi8 | list", "4:3 docker.io/x:1 | list", "5:1 Nginx | list", "6:1 ! SYNTAX"),
                Told.of("images.txt", text));
    }

    @ParameterizedTest
    @DisplayName("what standard input is, its first lines tell")
    @CsvSource(delimiter = '|', textBlock = """
            ubi8                       | ubi8
            # a^ubi8:1                 | ubi8:1
            ---^image: ubi8            | ubi8
            # x^image: ubi8            | ubi8
            - image: ubi8              | ubi8
            {"image": "ubi8"}          | ubi8
            FROM ubi8                  | ubi8
            # x^ARG A=ubi8^from $A     | ubi8
            [Container]^Image=ubi8     | ubi8
            ; x^[Unit]^[Image]^Image=a | a
            """)
    void content(String text, String image) {
        assertEquals(List.of(image), Told.images("-", text.replace("^", "\n")));
    }

    @Test
    void whatIsNoText() {
        byte[] latin = {'a', ':', ' ', 'b', '\n', 'c', ':', ' ', (byte) 0xe4, '\n'};
        assertEquals(List.of("2:1 ! ENCODING"), Told.of(WorkloadReader.read("x.yaml", latin, Optional.empty())));
        byte[] wide = "image: ubi8\n".getBytes(UTF_16);
        assertEquals(List.of("1:1 ! ENCODING"), Told.of(WorkloadReader.read("x.yaml", wide, Optional.empty())));
        assertEquals(List.of("1:8 ! SYNTAX"), Told.of("x.yaml", "image: \0\n"));
        byte[] cut = {'a', (byte) 0xe2, (byte) 0x82};
        assertEquals(List.of("1:1 ! ENCODING"), Told.of(WorkloadReader.read("x.yaml", cut, Optional.empty())));
    }

    @Test
    void whatIsTooLarge() {
        byte[] large = new byte[WorkloadReader.MAX_BYTES + 1];
        assertEquals(List.of("1:1 ! LIMIT"), Told.of(WorkloadReader.read("x.yaml", large, Optional.empty())));
        byte[] file = new byte[(4 << 20) + 1];
        assertEquals(List.of("1:1 ! LIMIT"), Told.of(WorkloadReader.read("Dockerfile", file, Optional.empty())));
    }

    @Test
    void columnsCountCodePoints() {
        assertEquals(
                List.of("1:12 ?a:1 | value \ud83d\ude00.image"), Told.of("x.yaml", "\ud83d\ude00: {image: a:1}\n"));
    }

    private static Reading read(String source, String text) {
        return WorkloadReader.read(source, text.getBytes(UTF_8), Optional.empty());
    }
}
