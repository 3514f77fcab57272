package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasFileTest {
    @TempDir
    Path folder;

    AliasFile file;

    @BeforeEach
    void file() {
        file = new AliasFile(folder.resolve("containers/short-name-aliases.conf"));
    }

    private static ShortName name(String text) {
        return (ShortName) ImageReference.parse(text);
    }

    private static final Repository TARGET = Repository.parse("new.io/x/y");

    private void write(String text) throws Exception {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), text);
    }

    @Test
    @DisplayName("a missing file is empty, reading makes nothing, and the first change makes folder and file")
    void missing() throws Exception {
        assertEquals(List.of(), file.read());
        assertTrue(Files.notExists(file.path().getParent()));
        file.add(name("a/b:1"), TARGET);
        assertEquals("a/b", file.read().getFirst().key());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.path().getParent())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            comments stay            | # c~[aliases]~a="b.io/a" # d~# e | # c~[aliases]~a="b.io/a" # d~"new" = "new.io/x/y"~# e~
            an empty table           | [aliases]                        | [aliases]~"new" = "new.io/x/y"~
            an existing alias        | [aliases]~new=""~z="b.io/z"      | [aliases]~"new" = "new.io/x/y"~z="b.io/z"~
            no table                 | # c                              | # Written by truename: see truename alias.~[aliases]~"new" = "new.io/x/y"~
            an inline table          | aliases={a="b.io/a"}             | # Written by truename: see truename alias.~[aliases]~"a" = "b.io/a"~"new" = "new.io/x/y"~
            a value of several lines | [aliases]~new=""\"~b.io/a""\"    | # Written by truename: see truename alias.~[aliases]~"new" = "new.io/x/y"~
            """)
    void adds(String what, String before, String after) throws Exception {
        write(before.replace("~", "\n"));
        file.add(name("new"), TARGET);
        assertEquals(after, Files.readString(file.path()).replace("\n", "~"), what);
    }

    @Test
    void removes() throws Exception {
        write("# c\n[aliases]\na = \"b.io/a\"\nb = \"\"\n");
        file.remove(name("a"));
        assertEquals("# c\n[aliases]\nb = \"\"\n", Files.readString(file.path()));
    }

    @Test
    @DisplayName("removing what is not in the file points at registries.conf")
    void removesUnknown() throws Exception {
        write("[aliases]\n");
        UnknownAliasException e = assertThrows(UnknownAliasException.class, () -> file.remove(name("a:1")));
        assertEquals("a", e.name());
        assertTrue(String.valueOf(e.getMessage()).contains("registries.conf"));
    }

    @Test
    @DisplayName("a file with mistakes is refused and left as it is")
    void damaged() throws Exception {
        write("[aliases]\na = \"b\"\n");
        assertThrows(ConfigurationException.class, () -> file.add(name("c"), TARGET));
        assertThrows(ConfigurationException.class, () -> file.remove(name("a")));
        assertEquals("[aliases]\na = \"b\"\n", Files.readString(file.path()));
    }

    @Test
    @DisplayName("the file's permissions are kept, a link stays a link, and a dead writer's leavings do no harm")
    void keeps() throws Exception {
        write("[aliases]\n");
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(file.path().resolveSibling(".short-name-aliases.conf.new"), "half");
        Path link = Files.createSymbolicLink(folder.resolve("link.conf"), file.path());
        new AliasFile(link).add(name("a"), TARGET);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(1, file.read().size());
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        assertTrue(Files.notExists(file.path().resolveSibling(".short-name-aliases.conf.new")));
    }

    @Test
    @DisplayName("threads of one process lose nothing")
    void threads() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ShortName name = name("n" + i);
                running.add(executor.submit(() -> {
                    new AliasFile(file.path()).add(name, TARGET);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertEquals(40, file.read().size());
    }
}
