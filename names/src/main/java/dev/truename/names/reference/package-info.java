/// Image references: the distribution grammar and Docker's normalisation, read by one linear scanner.
///
/// A value that exists is valid: text becomes an [dev.truename.names.reference.ImageReference] here and nowhere
/// else, and the one way from a short name to a qualified reference keeps its tag and digest. Depends on no other
/// package.
@NullMarked
package dev.truename.names.reference;

import org.jspecify.annotations.NullMarked;
