package dev.truename.names.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.reference.Qualified;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteTest {
    @ParameterizedTest
    @DisplayName("a line break is written as ^; an answer with ! in front is why a name was refused")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            c.yaml | image: redis # note                     | image: q.io/x/redis # note
            c.yaml | image: redis:7                          | image: q.io/x/redis:7
            c.yaml | image:   'redis:7'                      | image:   'q.io/x/redis:7'
            c.yaml | {image: "redis",a: b}                   | {image: "q.io/x/redis",a: b}
            c.yaml | image: "r\\x65dis"                      | image: "q.io/x/redis"
            c.yaml | image: &i !!str redis                   | image: &i !!str q.io/x/redis
            c.yaml | image: >-^  redis^a: b                  | image: >-^  q.io/x/redis^a: b
            c.yaml | image: "re\\^  dis"                    | !its name is not written in one piece
            c.yaml | {"image":\t"redis\\u003a7"}             | {"image":\t"q.io/x/redis:7"}
            c.yaml | image: a^web: {image: b}                | image: q.io/x/a^web: {image: q.io/x/b}
            c.yaml | a: &a {image: b}^c: *a                  | a: &a {image: q.io/x/b}^c: *a
            c.yaml | {repository: redis, tag: 7}             | {repository: q.io/x/redis, tag: 7}
            c.yaml | {registry: "", repository: redis, tag: 7} | {registry: "q.io", repository: x/redis, tag: 7}
            c.yaml | {registry: , repository: redis}         | !its registry is a value of its own
            c.yaml | {registry: library, repository: redis}  | !its registry is a value of its own
            c.yaml | {image: redis, tag: "7"}                | {image: q.io/x/redis, tag: "7"}
            c.yaml | {repository: redis, tag: "{{ x }}"}     | {repository: q.io/x/redis, tag: "{{ x }}"}
            compose.yaml | services: {a: {image: "redis:${T:-7}"}}    | services: {a: {image: "q.io/x/redis:${T:-7}"}}
            compose.yaml | services: {a: {image: "redis:${T}"}}       | services: {a: {image: "q.io/x/redis:${T}"}}
            compose.yaml | services: {a: {image: "${I:-redis:7}"}}    | services: {a: {image: "${I:-q.io/x/redis:7}"}}
            compose.yaml | services: {a: {image: "${I:-redis}:${T:-7}"}} | services: {a: {image: "${I:-q.io/x/redis}:${T:-7}"}}
            compose.yaml | services: {a: {image: "${H:-}redis"}}      | !its name comes from variables
            compose.yaml | services: {a: {image: "re${H:-dis}"}}      | !its name comes from variables
            Dockerfile | FROM  redis  AS x # no comment      | FROM  q.io/x/redis  AS x # no comment
            Dockerfile | FROM "redis"                        | FROM "q.io/x/redis"
            Dockerfile | # syntax=a/b:1^FROM scratch         | # syntax=q.io/x/a/b:1^FROM scratch
            Dockerfile | FROM a^COPY --from=b / /            | FROM q.io/x/a^COPY --from=q.io/x/b / /
            Dockerfile | FROM a^RUN --mount=type=bind,from=b,source=/ ls | FROM q.io/x/a^RUN --mount=type=bind,from=q.io/x/b,source=/ ls
            Dockerfile | ARG B=redis^FROM $B                 | ARG B=q.io/x/redis^FROM $B
            Dockerfile | ARG B="redis:7"^FROM $B AS a^FROM $B | ARG B="q.io/x/redis:7"^FROM $B AS a^FROM $B
            Dockerfile | ARG B=redis^FROM $B:7               | ARG B=q.io/x/redis^FROM $B:7
            Dockerfile | ARG B=redis^FROM a-$B               | !its name comes from variables
            Dockerfile | ARG B=redis^FROM $B^FROM x:$B       | !its name comes from variables
            Dockerfile | ARG B=redis^FROM $B^ARG B^RUN $B    | !its name comes from variables
            Dockerfile | ARG B=redis C=$B^FROM $B            | !its name comes from variables
            Dockerfile | ARG V=7^FROM redis:$V               | ARG V=7^FROM q.io/x/redis:$V
            Dockerfile | ARG V^FROM redis:$V                 | ARG V^FROM q.io/x/redis:$V
            Dockerfile | FROM re\\^dis                       | !its name is not written in one piece
            Dockerfile | FROM a^RUN <<E^FROM b^E^FROM c      | FROM q.io/x/a^RUN <<E^FROM b^E^FROM q.io/x/c
            a.container | [Container]^Image= redis:%i^       | [Container]^Image= q.io/x/redis:%i^
            images.txt | a #x^ b^# c                         | q.io/x/a #x^ q.io/x/b^# c
            """)
    void rewrites(String source, String before, String after) {
        String text = broken(before);
        for (String lines : List.of("\n", "\r\n")) {
            byte[] bytes = ("\ufeff" + text.replace("\n", lines)).getBytes(UTF_8);
            Rewritten rewritten = Rewrite.of(source, bytes, Optional.empty(), everything(source, bytes));
            String told = rewritten.refusals().isEmpty()
                    ? new String(rewritten.text(), UTF_8).substring(1).replace(lines, "\n")
                    : "!" + rewritten.refusals().getFirst().reason();
            assertEquals(after.startsWith("!") ? after : broken(after), told);
        }
    }

    private static String broken(String text) {
        return text.replace("^", "\n").replace("\\t", "\t");
    }

    /// Every name of a text below `q.io/x`.
    static Map<Place, Qualified> everything(String source, byte[] bytes) {
        Map<Place, Qualified> names = new HashMap<>();
        for (ImageUse use : WorkloadReader.read(source, bytes, Optional.empty()).uses()) {
            names.put(use.place(), Qualified.parse("q.io/x/" + use.image().strip()));
        }
        return names;
    }

    @Test
    @DisplayName("an argument that two names share becomes another only if both become the same")
    void sharedArgument() {
        String text = "ARG B=redis\nFROM $B AS a\nFROM $B AS b\n";
        Place first = new Place("Dockerfile", 2, 6);
        Place second = new Place("Dockerfile", 3, 6);
        Qualified one = Qualified.parse("q.io/redis");
        Rewritten half = rewrite(text, Map.of(first, one));
        assertEquals(text, new String(half.text(), UTF_8));
        assertEquals(
                List.of(first),
                half.refusals().stream().map(Rewritten.Refusal::place).toList());
        Rewritten different = rewrite(text, Map.of(first, one, second, Qualified.parse("q.io/other")));
        assertEquals(text, new String(different.text(), UTF_8));
        assertEquals(2, different.refusals().size());
        Rewritten both = rewrite(text, Map.of(first, one, second, one));
        assertEquals(text.replace("=redis", "=q.io/redis"), new String(both.text(), UTF_8));
        assertEquals(2, both.names());
    }

    @Test
    void literalBlocks() {
        byte[] text = "image: |\n  redis\n\n# c\na: b\n".getBytes(UTF_8);
        Rewritten rewritten = Rewrite.of("c.yaml", text, Optional.empty(), everything("c.yaml", text));
        assertEquals("image: |\n  q.io/x/redis\n\n# c\na: b\n", new String(rewritten.text(), UTF_8));
    }

    @Test
    void keepsTagsThatStandElsewhere() {
        String text = "FROM redis:${V:-7}\n";
        Place place = new Place("Dockerfile", 1, 6);
        Rewritten other = rewrite(text, Map.of(place, Qualified.parse("q.io/redis:8")));
        assertEquals(
                "its tag or digest is written elsewhere and would be another one",
                only(other).reason());
        assertEquals(text, new String(other.text(), UTF_8));
    }

    @Test
    @DisplayName("latest is not written where there was no tag")
    void defaultTag() {
        Place place = new Place("Dockerfile", 1, 6);
        Map<Place, Qualified> names =
                Map.of(place, Qualified.parse("q.io/redis").withDefaultTag());
        assertEquals(
                "FROM q.io/redis\n", new String(rewrite("FROM redis\n", names).text(), UTF_8));
        assertEquals(
                "FROM q.io/redis:${V}\n",
                new String(rewrite("FROM redis:${V}\n", names).text(), UTF_8));
        assertEquals(
                "FROM q.io/redis:latest\n",
                new String(rewrite("FROM redis:7\n", names).text(), UTF_8));
    }

    @Test
    void tellsWhatIsNotThere() {
        Place place = new Place("Dockerfile", 7, 7);
        Rewritten nothing = rewrite("FROM redis\n", Map.of(place, Qualified.parse("q.io/redis")));
        assertEquals(new Rewritten.Refusal(place, "there is no image at this place"), only(nothing));
        assertEquals(0, nothing.names());
    }

    @Test
    void tellsWhatCannotBeRead() {
        byte[] bytes = {(byte) 0xff, 'x'};
        Place place = new Place("Dockerfile", 1, 1);
        Rewritten nothing =
                Rewrite.of("Dockerfile", bytes, Optional.empty(), Map.of(place, Qualified.parse("q.io/redis")));
        assertEquals("this is not UTF-8", only(nothing).reason());
    }

    private static Rewritten.Refusal only(Rewritten rewritten) {
        assertEquals(1, rewritten.refusals().size());
        return rewritten.refusals().getFirst();
    }

    private static Rewritten rewrite(String text, Map<Place, Qualified> names) {
        return Rewrite.of("Dockerfile", text.getBytes(UTF_8), Optional.empty(), names);
    }
}
