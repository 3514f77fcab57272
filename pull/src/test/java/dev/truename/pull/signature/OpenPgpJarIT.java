package dev.truename.pull.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The jar of the distribution's lib/signature, which the tests of signatures do not use.
class OpenPgpJarIT {
    private static JarFile shipped() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            List<Path> all = jars.toList();
            assertEquals(1, all.size(), all::toString);
            return new JarFile(all.getFirst().toFile());
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.bouncycastle.openpgp.PGPPublicKey",
                "org.bouncycastle.util.encoders.Hex",
                "org.bouncycastle.asn1.cms.ContentInfo"
            })
    void hasAllOfTheJarThatAClassIsFrom(String name) throws Exception {
        Path library = Path.of(Class.forName(name)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        int compared = 0;
        try (JarFile jar = shipped();
                JarFile original = new JarFile(library.toFile())) {
            for (JarEntry entry : original.stream().toList()) {
                if (entry.isDirectory()
                        || entry.getName().startsWith("META-INF/")
                        || entry.getName().equals("module-info.class")) {
                    continue;
                }
                @Nullable JarEntry same = jar.getJarEntry(entry.getName());
                assertNotNull(same, entry::getName);
                assertArrayEquals(bytes(original, entry), bytes(jar, same), entry::getName);
                compared++;
            }
        }
        assertTrue(compared > 100, library::toString);
    }

    @Test
    void hasTheLicence() throws IOException {
        try (JarFile jar = shipped()) {
            assertNotNull(jar.getEntry("META-INF/LICENSE.md"));
        }
    }
}
