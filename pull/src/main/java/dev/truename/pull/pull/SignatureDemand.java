package dev.truename.pull.pull;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;

/// What has to be known of an image's manifest before the image is fetched.
@FunctionalInterface
interface SignatureDemand {
    /// Nothing.
    SignatureDemand NONE = new SignatureDemand() {
        @Override
        public void require(Qualified candidate, Digest manifest, RemoteSource teller) {
            // nothing is asked for
        }
    };

    /// @param candidate the name that was asked for
    /// @param teller who said what it points at
    /// @throws UnsignedException if the image may not be had
    void require(Qualified candidate, Digest manifest, RemoteSource teller) throws UnsignedException;
}
