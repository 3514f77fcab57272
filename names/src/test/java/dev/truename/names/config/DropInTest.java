package dev.truename.names.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropInTest {
    private static final Path FILE = Path.of("some.conf");

    private static DropIn parse(String text) throws ConfigurationException {
        return DropIn.parse(FILE, text.getBytes(UTF_8));
    }

    @Test
    void aliasesKeepTheirOrderAndPlace() throws ConfigurationException {
        DropIn file = parse("[aliases]\n\"b\" = \"a.io/b\"\n\n\"a\" = \"\"\n");
        assertEquals(
                List.of("b Optional[a.io/b] some.conf:2", "a Optional.empty some.conf:4"),
                file.aliases().stream()
                        .map(alias -> alias.key() + " " + alias.target() + " " + alias.origin())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [aliases]~"a" = "a.io/a"                             | true
            ``                                                   | true
            short-name-mode = "enforcing"~[aliases]~"a" = ""     | false
            unqualified-search-registries = []                   | false
            credential-helpers = ["x"]                           | false
            [[registry]]~location = "a.io"                       | false
            """)
    void whetherThereIsMoreThanAliases(String text, boolean aliasesOnly) throws ConfigurationException {
        assertEquals(aliasesOnly, parse(text.replace("~", "\n")).aliasesOnly());
    }

    @Test
    void mistakesAreToldAllAtOnce(@TempDir Path folder) {
        ConfigurationException e = assertThrows(
                ConfigurationException.class, () -> parse("[aliases]\n\"a:1\" = \"a.io/a\"\n\"b\" = \"b\"\n"));
        assertEquals(
                List.of("some.conf:2", "some.conf:3"),
                e.errors().stream().map(Finding::place).toList());
        assertEquals(
                "file-missing",
                assertThrows(ConfigurationException.class, () -> DropIn.read(folder.resolve("none")))
                        .errors()
                        .getFirst()
                        .rule());
        assertEquals(
                "file-unreadable",
                assertThrows(ConfigurationException.class, () -> DropIn.read(folder))
                        .errors()
                        .getFirst()
                        .rule());
    }

    @Test
    void whatIsPublishedCanBeReadByOthers(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new.conf");
        AtomicFile.publish(file, new byte[] {'x'});
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        AtomicFile.publish(file, new byte[] {'y'});
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("y", Files.readString(file));
    }
}
