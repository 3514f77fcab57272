package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.DropIn;
import dev.truename.names.toml.Toml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The drop-ins that make a node use one table instead of a vendor's.
///
/// @param name of the drop-in that has the table; it is read after the vendor's, so it must sort behind them
/// @param table what counts instead
/// @param vendors the vendor's drop-ins, in the order in which a node reads them
public record TableMask(String name, TableRenderer table, List<DropIn> vendors) {
    /// How the vendor's table is put out of force.
    public enum Way {
        /// A drop-in of `/etc` hides the one of the same name in `/usr/share`; so does the current generation alone.
        SAME_NAME,
        /// Every name that the table does not have is erased by `"name" = ""`; so do both generations.
        ERASE
    }

    /// One file for `/etc/containers/registries.conf.d`.
    ///
    /// @param name without a folder
    /// @param text in UTF-8
    public record MaskFile(String name, String text) {}

    public TableMask {
        requireNonNull(name);
        requireNonNull(table);
        vendors = List.copyOf(vendors);
        for (DropIn vendor : vendors) {
            if (vendorName(vendor).compareTo(name) >= 0) {
                throw new IllegalArgumentException(name + " does not sort behind " + vendorName(vendor));
            }
        }
    }

    /// Vendor's drop-ins that say more than aliases, so that hiding them loses settings.
    public List<DropIn> mixed() {
        return vendors.stream().filter(vendor -> !vendor.aliasesOnly()).toList();
    }

    /// The files, by name.
    public List<MaskFile> render(Way way) {
        return switch (way) {
            case SAME_NAME -> sameName();
            case ERASE -> List.of(new MaskFile(name, table.render() + erasures()));
        };
    }

    private List<MaskFile> sameName() {
        Set<String> names = new TreeSet<>();
        vendors.forEach(vendor -> names.add(vendorName(vendor)));
        List<MaskFile> files = new ArrayList<>();
        for (String hidden : names) {
            files.add(new MaskFile(
                    hidden,
                    "# Hides the file of this name in /usr/share/containers/registries.conf.d: see " + name + ".\n"));
        }
        files.add(new MaskFile(name, table.render()));
        return files;
    }

    private String erasures() {
        Set<String> erased = new TreeSet<>(Entry::compareKeys);
        for (DropIn vendor : vendors) {
            vendor.aliases().stream().map(AliasDefinition::key).forEach(erased::add);
        }
        erased.removeAll(keys());
        StringBuilder out = new StringBuilder("# Names of the vendor's table that this one does not have.\n");
        for (String key : erased) {
            out.append(Toml.quoted(key)).append(" = \"\"\n");
        }
        return erased.isEmpty() ? "" : out.toString();
    }

    private Set<String> keys() {
        Set<String> keys = new HashSet<>();
        table.catalogue().table(table.profile()).forEach(entry -> keys.add(entry.key()));
        return keys;
    }

    static String vendorName(DropIn vendor) {
        return String.valueOf(vendor.path().getFileName());
    }
}
