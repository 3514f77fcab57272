package dev.truename.names.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.ShortName;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerOfficialImagesTest {
    @ParameterizedTest
    @CsvSource({
        "redis, true",
        "library/redis, true",
        "mongo, true",
        "scratch, true",
        "rocket.chat, true",
        "centos, true", // no longer maintained
        "java, true",
        "redi, false",
        "redis/redis, false",
        "library/library/redis, false",
        "'', false",
        "library/, false",
        "ubi9, false",
    })
    void names(String path, boolean official) {
        assertEquals(official, DockerOfficialImages.contains(path));
    }

    @Test
    void theListIsOfNamesAndHasADate() {
        assertTrue(DockerOfficialImages.names().size() > 180, () -> "too few: " + DockerOfficialImages.names());
        for (String name : DockerOfficialImages.names()) {
            assertEquals(name, ShortName.parseKey(name).path());
            assertTrue(name.indexOf('/') < 0, name);
        }
        assertTrue(DockerOfficialImages.asOf().isAfter(LocalDate.of(2026, 1, 1)));
    }
}
