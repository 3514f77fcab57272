/// What everybody can know about registries and the names in them: which hosts let anybody push, which hosts are one
/// registry, which names are Docker Hub's official images, which look like a vendor's.
///
/// Facts with a date, looked up by name; nothing is asked. Depends on `reference`.
@NullMarked
package dev.truename.names.known;

import org.jspecify.annotations.NullMarked;
