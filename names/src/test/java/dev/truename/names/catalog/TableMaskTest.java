package dev.truename.names.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.catalog.MaskCheck.Layout;
import dev.truename.names.catalog.MaskCheck.Result;
import dev.truename.names.catalog.TableMask.MaskFile;
import dev.truename.names.catalog.TableMask.Way;
import dev.truename.names.config.DropIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableMaskTest {
    @TempDir
    Path folder;

    private static final Catalogue CATALOGUE = Made.built(
                    Made.source("s", "ubi good.example/ubi; app/two good.example/app/two; tool/t good.example/tool/t"))
            .catalogue();

    private DropIn vendor(String name, String lines) throws Exception {
        Path file = Files.createDirectories(folder.resolve("vendor")).resolve(name);
        Files.writeString(file, Made.dropIn(lines));
        return DropIn.read(file);
    }

    private List<DropIn> vendors() throws Exception {
        return List.of(
                vendor("000-a.conf", "ubi evil.example/ubi; mongo evil.example/mongo; gone evil.example/gone"),
                vendor("001-b.conf", "app/two other.example/app/two; tool/t good.example/tool/t; gone"));
    }

    private TableMask mask(List<DropIn> vendors) {
        return new TableMask("099-ours.conf", new TableRenderer(CATALOGUE, "small"), vendors);
    }

    @Test
    @DisplayName("erasing: what the vendor has and the table has not is erased")
    void erase() throws Exception {
        List<MaskFile> files = mask(vendors()).render(Way.ERASE);
        assertEquals(
                List.of("099-ours.conf"), files.stream().map(MaskFile::name).toList());
        String text = files.getFirst().text();
        assertEquals("""
                [aliases]
                # /: Base
                "ubi" = "good.example/ubi"
                # app: App
                "app/two" = "good.example/app/two"
                # Names of the vendor's table that this one does not have.
                "gone" = ""
                "mongo" = ""
                "tool/t" = ""
                """, text.substring(text.indexOf("[aliases]")));
    }

    @Test
    @DisplayName("hiding: a file of each name, and the table")
    void sameName() throws Exception {
        List<MaskFile> files = mask(vendors()).render(Way.SAME_NAME);
        assertEquals(
                List.of("000-a.conf", "001-b.conf", "099-ours.conf"),
                files.stream().map(MaskFile::name).toList());
        assertTrue(files.getFirst().text().lines().allMatch(line -> line.startsWith("#")));
    }

    @Test
    @DisplayName("both ways put every name where the table says, or nowhere, in every layout that they are for")
    void checks() throws Exception {
        MaskCheck check = new MaskCheck(mask(vendors()), Files.createDirectory(folder.resolve("one")));
        assertEquals(List.of(new Result(Layout.SHARE, 4, 2, 3, List.of())), check.check(Way.SAME_NAME));
        check = new MaskCheck(mask(vendors()), Files.createDirectory(folder.resolve("two")));
        List<Result> expected = new ArrayList<>();
        for (Layout layout : Layout.values()) {
            expected.add(new Result(layout, 4, 2, 3, List.of()));
        }
        assertEquals(expected, check.check(Way.ERASE));
    }

    @Test
    @DisplayName("a vendor's file that has changed since it was read does not get past the check")
    void changed() throws Exception {
        TableMask mask = mask(vendors());
        vendor("001-b.conf", "late evil.example/late; ubi evil.example/ubi");
        MaskCheck check = new MaskCheck(mask, Files.createDirectory(folder.resolve("one")));
        for (Result result : check.check(Way.ERASE)) {
            assertEquals(List.of("late"), result.wrong());
        }
    }

    @Test
    @DisplayName("a table that is read before the vendor's is refused, and what says more than aliases is told")
    void refused() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> mask(List.of(vendor("099-ours.conf", "a b.example/a"))));
        assertThrows(IllegalArgumentException.class, () -> mask(List.of(vendor("zz.conf", "a b.example/a"))));
        Path mixed = Files.writeString(folder.resolve("0.conf"), "short-name-mode = \"enforcing\"\n");
        assertEquals(1, mask(List.of(DropIn.read(mixed))).mixed().size());
        assertEquals(0, mask(vendors()).mixed().size());
    }
}
