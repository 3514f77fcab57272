package dev.truename.cli.table;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.TemporaryFolder;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.catalog.MaskCheck;
import dev.truename.names.catalog.TableMask;
import dev.truename.names.catalog.TableMask.Way;
import dev.truename.names.config.ConfigurationException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Checks a mask before it is handed out.
final class MaskVerification {
    private static final int SHOWN = 5;

    private MaskVerification() {}

    static List<MaskCheck.Result> check(TableMask mask, Way way) throws CommandException {
        try (TemporaryFolder scratch = TemporaryFolder.create("truename-mask-")) {
            List<MaskCheck.Result> results = new MaskCheck(mask, scratch.path()).check(way);
            for (MaskCheck.Result result : results) {
                if (!result.wrong().isEmpty()) {
                    throw wrong(result);
                }
            }
            return results;
        } catch (ConfigurationException e) {
            throw Tables.unusable("the vendor's files together cannot be used", e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.FAILURE, "check", "cannot check the mask: " + e, "A temporary folder must be writable.");
        }
    }

    private static CommandException wrong(MaskCheck.Result result) {
        List<String> wrong = result.wrong();
        String names = String.join(", ", wrong.subList(0, Math.min(SHOWN, wrong.size())));
        return new CommandException(
                ExitCode.FAILURE,
                "check",
                wrong.size() + " names would not mean what they should (" + result.layout() + "): " + names,
                "Nothing was written.");
    }

    static String text(MaskCheck.Result result) {
        return generation(result) + " generation, vendor's files in " + folder(result) + ": " + result.before()
                + " names before; " + result.toTarget() + " as the table says, " + result.toNothing()
                + " mean nothing, " + result.wrong().size() + " wrong";
    }

    static String json(MaskCheck.Result result) {
        Json json = new Json()
                .startObject()
                .member("generation", generation(result))
                .member("folder", folder(result))
                .member("before", result.before())
                .member("to-target", result.toTarget())
                .member("to-nothing", result.toNothing());
        json.startArray("wrong");
        result.wrong().forEach(json::element);
        return json.endArray().endObject().toString();
    }

    private static String generation(MaskCheck.Result result) {
        return result.layout().generation().name().toLowerCase(Locale.ROOT);
    }

    private static String folder(MaskCheck.Result result) {
        return switch (result.layout()) {
            case SHARE -> "/usr/share";
            case ETC, ETC_LEGACY -> "/etc";
        };
    }
}
