package dev.truename.cri.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTextTest {
    private static final String HEX = "0123456789abcdef".repeat(4);

    @Test
    void wholeIdsAreIds() {
        ImageText.Id id = new ImageText.Id(new Digest(Digest.Algorithm.SHA256, HEX));
        assertEquals(id, ImageText.parse(HEX));
        assertEquals(id, ImageText.parse("sha256:" + HEX));
    }

    @Test
    void startsOfIdsThatSayWhatTheyAre() {
        assertEquals(new ImageText.IdPrefix("01234567"), ImageText.parse("sha256:01234567"));
        assertEquals(new ImageText.IdPrefix(HEX.substring(1)), ImageText.parse("sha256:" + HEX.substring(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "ubi9, ''",
        "cafe, ''",
        "deadbee, ''",
        "deadbeef, deadbeef",
        "deadbeef:latest, ''",
        "deadbeef:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, ''",
        "team/deadbeef, ''",
        "quay.io/deadbeef, ''",
        "deadbeeg, ''",
        "sha256:0123456, ''",
        "sha256:latest, ''",
    })
    void namesAreNamesAndSomeMayBeStartsOfIds(String text, String prefix) {
        Optional<String> expected = prefix.isEmpty() ? Optional.empty() : Optional.of(prefix);
        assertEquals(new ImageText.Name(ImageReference.parse(text), expected), ImageText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A b", "::", "sha256:" + "0", "docker://x", "a@sha256:../../x", "\u0000"})
    void whatIsNeitherIsRefused(String text) {
        if (text.equals("sha256:0")) { // a tag of an image named sha256
            assertInstanceOf(ImageText.Name.class, ImageText.parse(text));
        } else {
            assertThrows(InvalidReferenceException.class, () -> ImageText.parse(text));
        }
    }

    @Test
    void hostileTextIsRefusedAtOnce() {
        String hostile = "a".repeat(10_000) + "!";
        assertTimeout(
                Duration.ofMillis(500),
                () -> assertThrows(InvalidReferenceException.class, () -> ImageText.parse(hostile)));
    }

    @Property
    void everyTextIsUnderstoodOrRefused(@ForAll @StringLength(max = 80) @CharRange(from = ' ', to = '~') String text) {
        try {
            switch (ImageText.parse(text)) {
                case ImageText.Id id -> assertEquals(64, id.id().hex().length());
                case ImageText.IdPrefix prefix -> assertEquals("sha256:" + prefix.hex(), text);
                case ImageText.Name name ->
                    assertEquals(
                            name.reference(),
                            ImageReference.parse(name.reference().toString()));
            }
        } catch (InvalidReferenceException e) {
            assertEquals(-1, String.valueOf(e.getMessage()).indexOf('\n'));
        }
    }
}
