/// From a short name to what it means: alias, then search registries, under a mode, with somebody to ask or nobody.
///
/// Opens no file, socket or terminal, so a table of cases can test all of it. Depends on `reference`,
/// `config` and `spelling`.
///
/// Source of the rules: containers-registries.conf(5), "SHORT-NAME ALIASING".
@NullMarked
package dev.truename.names.shortname;

import org.jspecify.annotations.NullMarked;
