package dev.truename.names.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class ReferenceFuzzTest {
    /// Any text is a reference that prints as it is read, or is refused with the one exception for it.
    @FuzzTest(maxDuration = "10s")
    void reference(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        ImageReference reference;
        try {
            reference = ImageReference.parse(text);
        } catch (InvalidReferenceException refused) {
            return;
        }
        assertEquals(reference, ImageReference.parse(reference.toString()));
    }
}
