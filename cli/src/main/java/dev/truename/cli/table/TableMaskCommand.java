package dev.truename.cli.table;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Output;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.MaskCheck;
import dev.truename.names.catalog.TableMask;
import dev.truename.names.catalog.TableMask.MaskFile;
import dev.truename.names.catalog.TableMask.Way;
import dev.truename.names.catalog.TableRenderer;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.DropIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `truename table mask`.
public final class TableMaskCommand implements Command {
    private static final Option WAY = Option.value(
                    "way",
                    "HOW",
                    "`erase`: one drop-in has the table, and `\"name\" = \"\"` for every name that the vendor has and it"
                            + " does not; works everywhere. `same-name`: a drop-in of `/etc` hides the vendor's of the"
                            + " same name in `/usr/share`; short, for the current generation only. Default: `erase`.")
            .choices("erase", "same-name");
    private static final Option NAME = Option.value(
            "name",
            "FILE.conf",
            "What to call the drop-in with the table. It must sort behind the vendor's. Default:"
                    + " `099-truename-PROFILE.conf`.");
    private static final Option OUTPUT = Option.value(
                    "output", "DIR", "Write the drop-ins into this folder. Default: print the one of `erase`.")
            .letter('o')
            .completion(Completion.DIRECTORY);
    private static final Option VERIFY = Option.flag(
            "verify", "Write nothing but the numbers of the check, which is otherwise made without a word.");
    private static final Option JSON = Option.flag(
            "json",
            "With `--verify`, print one object a layout: `generation`, `folder`, `before`, `to-target`, `to-nothing`,"
                    + " `wrong`.");

    private static final CommandSpec SPEC = CommandSpec.of(
                    "table mask", "put the official alias table in the place of a vendor's")
            .paragraph("Makes the drop-ins for `/etc/containers/registries.conf.d` with which a node uses the official"
                    + " table instead of the vendor's, such as RHEL's, which has thousands of third parties' names.")
            .paragraph("Before anything is written, every name of both tables is looked up on a made-up host that has"
                    + " the vendor's files and the new ones: names of the table must mean what it says, and the vendor's"
                    + " others nothing.")
            .operand(Operand.many("VENDOR", "The vendor's drop-ins, or a folder of them.", Completion.FILE))
            .options(Tables.PROFILE, WAY, NAME, OUTPUT, VERIFY, Tables.CATALOGUE, JSON)
            .example(
                    "truename table mask --profile openshift -o /etc/containers/registries.conf.d"
                            + " /etc/containers/registries.conf.d/00?-*shortnames*.conf",
                    "Use the table for OpenShift instead of RHEL's.")
            .example(
                    "truename table mask --verify --way same-name /usr/share/containers/registries.conf.d",
                    "What would come of hiding the files?")
            .exits(ExitCode.CONFIGURATION)
            .seeAlso("table diff", "table list", "config show")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        if (arguments.has(VERIFY) && arguments.has(OUTPUT)) {
            throw Tables.usage("--verify and --output exclude each other", "With --verify nothing is written.");
        }
        Way way = arguments.value(WAY).orElse("erase").equals("erase") ? Way.ERASE : Way.SAME_NAME;
        TableMask mask = mask(arguments);
        if (way == Way.SAME_NAME && !mask.mixed().isEmpty()) {
            throw mixed(mask.mixed().getFirst());
        }
        List<MaskCheck.Result> results = MaskVerification.check(mask, way);
        Optional<Path> folder = ConfigurationLoading.path(arguments, OUTPUT);
        List<MaskFile> files = mask.render(way);
        Output out = context.console().out();
        if (arguments.has(VERIFY)) {
            results.forEach(result ->
                    out.line(arguments.has(JSON) ? MaskVerification.json(result) : MaskVerification.text(result)));
        } else if (folder.isPresent()) {
            for (MaskFile file : files) {
                Tables.write(folder.get().resolve(file.name()), file.text());
                out.line(folder.get().resolve(file.name()).toString());
            }
        } else if (files.size() == 1) {
            out.raw(files.getFirst().text());
        } else {
            throw Tables.usage("there are " + files.size() + " files to write", "Name a folder with --output.");
        }
        return ExitCode.DONE;
    }

    private static TableMask mask(Arguments arguments) throws CommandException {
        Catalogue catalogue = Tables.catalogue(arguments);
        String profile = Tables.profile(arguments, Tables.PROFILE, catalogue);
        String name = arguments.value(NAME).orElse("099-truename-" + profile + ".conf");
        if (!name.endsWith(".conf") || name.indexOf('/') >= 0) {
            throw Tables.usage("\"" + name + "\" is no drop-in's name", "Write a name that ends in .conf.");
        }
        try {
            return new TableMask(name, new TableRenderer(catalogue, profile), vendors(arguments, name));
        } catch (IllegalArgumentException e) {
            throw Tables.usage(String.valueOf(e.getMessage()), "Give a name that is read later with --name.");
        }
    }

    /// Files without an alias have nothing to put out of force, nor has what an earlier run left in a folder.
    private static List<DropIn> vendors(Arguments arguments, String ownName) throws CommandException {
        List<DropIn> vendors = new ArrayList<>();
        try {
            for (String operand : arguments.operands()) {
                Path path = Tables.path(operand);
                for (Path file : TableInput.files(path)) {
                    DropIn vendor = DropIn.read(file);
                    boolean own = !file.equals(path) && file.endsWith(ownName);
                    if (!own && !vendor.aliases().isEmpty()) {
                        requireOtherName(vendor, vendors);
                        vendors.add(vendor);
                    }
                }
            }
        } catch (ConfigurationException e) {
            throw Tables.unusable("the vendor's table cannot be used", e);
        }
        return vendors;
    }

    private static void requireOtherName(DropIn vendor, List<DropIn> vendors) throws CommandException {
        for (DropIn other : vendors) {
            if (other.path().endsWith(String.valueOf(vendor.path().getFileName()))) {
                throw Tables.usage(
                        other.path() + " and " + vendor.path() + " have one name, and no node reads both",
                        "Mask the table of one release at a time.");
            }
        }
    }

    private static CommandException mixed(DropIn vendor) {
        return Tables.usage(
                vendor.path() + " says more than aliases, and hiding it would lose that", "Use --way erase.");
    }
}
