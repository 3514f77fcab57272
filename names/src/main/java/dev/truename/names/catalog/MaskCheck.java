package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ConfigurationChoices;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.DropIn;
import dev.truename.names.config.Generation;
import dev.truename.names.config.HostEnvironment;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Lays a mask beside the vendor's table on a made-up host, and looks every name of both up before and after.
///
/// @param mask with the vendor's files, which are copied
/// @param scratch an empty folder to make the host in; left behind
public record MaskCheck(TableMask mask, Path scratch) {
    private static final String DROP_INS = "containers/registries.conf.d";

    public MaskCheck {
        requireNonNull(mask);
        requireNonNull(scratch);
    }

    /// Where a vendor's files can be, and who reads them.
    public enum Layout {
        /// In `/usr/share`, read by the current generation.
        SHARE(Generation.CURRENT, "share"),
        /// In `/etc`, read by the current generation.
        ETC(Generation.CURRENT, "etc"),
        /// In `/etc`, read by the legacy generation.
        ETC_LEGACY(Generation.LEGACY, "etc");

        private final Generation generation;
        private final String folder;

        Layout(Generation generation, String folder) {
            this.generation = generation;
            this.folder = folder;
        }

        /// Who reads the files.
        public Generation generation() {
            return generation;
        }

        /// Those in which a mask of this kind works.
        public static List<Layout> of(TableMask.Way way) {
            return switch (way) {
                case SAME_NAME -> List.of(SHARE);
                case ERASE -> List.of(values());
            };
        }
    }

    /// What was found in one layout.
    ///
    /// @param before names that mean something without the mask
    /// @param toTarget names of the table that mean with it what the table says
    /// @param toNothing names of the vendor's table that mean nothing with it
    /// @param wrong names that mean anything else with it
    public record Result(Layout layout, int before, int toTarget, int toNothing, List<String> wrong) {
        public Result {
            wrong = List.copyOf(wrong);
        }
    }

    /// Checks one way of masking in every layout that it is for.
    ///
    /// @throws ConfigurationException if a vendor's file has mistakes
    /// @throws IOException if the host cannot be made
    public List<Result> check(TableMask.Way way) throws ConfigurationException, IOException {
        List<Result> results = new ArrayList<>();
        for (Layout layout : Layout.of(way)) {
            results.add(check(way, layout));
        }
        return results;
    }

    private Result check(TableMask.Way way, Layout layout) throws ConfigurationException, IOException {
        Path root = Files.createDirectory(scratch.resolve(layout.name()));
        Path vendors = Files.createDirectories(root.resolve(layout.folder).resolve(DROP_INS));
        for (DropIn vendor : mask.vendors()) {
            Files.copy(vendor.path(), vendors.resolve(TableMask.vendorName(vendor)));
        }
        RegistriesConfiguration before = load(root, layout);
        Path own = Files.createDirectories(root.resolve("etc").resolve(DROP_INS));
        for (TableMask.MaskFile file : mask.render(way)) {
            Files.write(own.resolve(file.name()), file.text().getBytes(UTF_8));
        }
        return compare(layout, before, load(root, layout));
    }

    private static RegistriesConfiguration load(Path root, Layout layout) throws ConfigurationException {
        HostEnvironment host = new HostEnvironment(
                Map.of(), root.resolve("home"), 0, root.resolve("etc"), root.resolve("share"), root.resolve("cache"));
        ConfigurationChoices choices = new ConfigurationChoices(
                layout.generation, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return ConfigurationLoader.load(ConfigurationSources.of(host, choices));
    }

    private Result compare(Layout layout, RegistriesConfiguration before, RegistriesConfiguration after) {
        Map<String, Repository> wanted = new HashMap<>();
        TableRenderer table = mask.table();
        table.catalogue().table(table.profile()).forEach(entry -> wanted.put(entry.key(), entry.target()));
        TreeSet<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(before.aliases().keySet());
        List<String> wrong = new ArrayList<>();
        int toTarget = 0;
        for (String name : names) {
            Optional<Repository> meant = meaning(after, name);
            if (!meant.equals(Optional.ofNullable(wanted.get(name)))) {
                wrong.add(name);
            } else if (meant.isPresent()) {
                toTarget++;
            }
        }
        int meaningful = (int)
                names.stream().filter(name -> meaning(before, name).isPresent()).count();
        return new Result(layout, meaningful, toTarget, names.size() - toTarget - wrong.size(), wrong);
    }

    private static Optional<Repository> meaning(RegistriesConfiguration configuration, String name) {
        return configuration.alias(name).flatMap(AliasDefinition::target);
    }
}
