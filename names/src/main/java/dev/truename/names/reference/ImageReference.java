package dev.truename.names.reference;

import java.util.Optional;

/// What somebody wrote to name an image: with its registry, or short.
///
/// Sources of the grammar: the distribution project's `reference` grammar; the rule that tells the two apart is
/// Docker's: a name is short unless what stands before its first `/` has a `.` or a `:` or is `localhost`.
public sealed interface ImageReference permits Qualified, ShortName {
    Optional<Tag> tag();

    Optional<Digest> digest();

    /// Reads a reference. Costs time linear in the text's length.
    ///
    /// @throws InvalidReferenceException if the text is no reference
    static ImageReference parse(String text) {
        return ReferenceScanner.scan(text);
    }
}
