package dev.truename.names.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

class YamlFuzzTest {
    /// Any text is documents and mistakes, in order, with places that are in it.
    @FuzzTest(maxDuration = "10s")
    void text(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Yaml.read(text, new YamlListener() {
            private int last;

            @Override
            public void document(int start, YamlNode root) {
                assertTrue(start >= last && root.start() >= start && root.start() <= text.length());
                assertTrue(root.height() <= Yaml.MAX_DEPTH);
                last = start;
            }

            @Override
            public void mistake(int at, String message) {
                assertTrue(at >= 0 && at <= text.length() && !message.isEmpty());
            }
        });
    }
}
