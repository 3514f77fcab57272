/// The official alias table: what is known of each image, the rules that choose, and the drop-in rendered from both.
///
/// Source tables and reviewed rules become a [dev.truename.names.catalog.Catalogue]: every entry of an official
/// registry with its verdict, kept, renamed, or dropped by a rule with its reason. A drop-in is rendered from it, to
/// the byte. The one shipped is [dev.truename.names.catalog.ShippedCatalogue]; a
/// [dev.truename.names.catalog.TableCheck] tells whether what a table means is there. Depends on `reference`, `toml`,
/// `yaml`, `config`, `known`, `pullsource` and `probe`.
@NullMarked
package dev.truename.names.catalog;

import org.jspecify.annotations.NullMarked;
