package dev.truename.cri.name;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;

class ImageTextFuzzTest {
    @FuzzTest(maxDuration = "10s")
    void parse(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        try {
            if (ImageText.parse(text) instanceof ImageText.Name name
                    && !ImageReference.parse(name.reference().toString()).equals(name.reference())) {
                throw new AssertionError(text);
            }
        } catch (InvalidReferenceException e) {
            if (String.valueOf(e.getMessage()).length() > 1000) {
                throw new AssertionError("a message without bound", e);
            }
        }
    }
}
