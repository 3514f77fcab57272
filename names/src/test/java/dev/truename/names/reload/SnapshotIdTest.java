package dev.truename.names.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.names.config.ConfigurationChoices;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Generation;
import dev.truename.names.config.ShortNameMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Equal identifiers for equal meanings: two processes that disagree can be told apart.
class SnapshotIdTest {
    private static final String DROP_INS = "etc/containers/registries.conf.d/";

    @TempDir
    Path root;

    private ReloadHost host(String name) {
        return new ReloadHost(root.resolve(name));
    }

    private static SnapshotId id(ReloadHost host) throws ConfigurationException {
        return id(host.sources());
    }

    private static SnapshotId id(ConfigurationSources sources) throws ConfigurationException {
        try (Reloader reloader = Reloader.start(sources, ReloadSettings.DEFAULT, ReloadListener.NONE)) {
            return reloader.get().id();
        }
    }

    @Test
    @DisplayName("equal files have one identifier, on whichever host and under whichever name")
    void equal() throws Exception {
        assertEquals(
                id(host("a").app(DROP_INS + "1.conf", "x").app(DROP_INS + "2.conf", "y")),
                id(host("b").app(DROP_INS + "3.conf", "x").app(DROP_INS + "4.conf", "y")));
        assertEquals(id(host("nothing")), id(host("nothing either")));
    }

    @Test
    @DisplayName("other bytes, another order, other owners, another mode or generation have another")
    void different() throws Exception {
        SnapshotId id = id(host("a").app(DROP_INS + "1.conf", "x").app(DROP_INS + "2.conf", "y"));
        assertNotEquals(id, id(host("b").app(DROP_INS + "1.conf", "x").app(DROP_INS + "2.conf", "z")));
        assertNotEquals(id, id(host("c").app(DROP_INS + "2.conf", "x").app(DROP_INS + "1.conf", "y")));
        assertNotEquals(
                id,
                id(host("d").app("usr/containers/registries.conf.d/1.conf", "x").app(DROP_INS + "2.conf", "y")));
        assertNotEquals(id, id(host("a").sources(choices(Generation.CURRENT, Optional.of(ShortNameMode.ENFORCING)))));
        assertNotEquals(id, id(host("a").sources(choices(Generation.LEGACY, Optional.empty()))));
    }

    private static ConfigurationChoices choices(Generation generation, Optional<ShortNameMode> mode) {
        return new ConfigurationChoices(generation, Optional.empty(), Optional.empty(), Optional.empty(), mode);
    }

    @Test
    @DisplayName("two files are not the one that they make together")
    void boundaries() throws Exception {
        assertNotEquals(id(split("a", "# one\n", "# two\n")), id(split("b", "# one\n# two\n", "")));
    }

    private ReloadHost split(String name, String first, String second) throws IOException {
        return host(name).file(DROP_INS + "1.conf", first).file(DROP_INS + "2.conf", second);
    }

    @Test
    @DisplayName("an identifier is twelve digits")
    void digits() {
        assertEquals("0123456789ab", new SnapshotId("0123456789ab").toString());
        assertThrows(IllegalArgumentException.class, () -> new SnapshotId("0123456789AB"));
        assertThrows(IllegalArgumentException.class, () -> new SnapshotId("0123456789"));
    }
}
