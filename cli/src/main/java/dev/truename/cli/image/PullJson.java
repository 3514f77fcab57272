package dev.truename.cli.image;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.io.Json;
import dev.truename.cli.names.FindingJson;
import dev.truename.cli.names.Verdict;
import dev.truename.names.pullsource.PullSource;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Platform;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.SourceFailure;
import java.util.List;

/// A pull for scripts.
final class PullJson {
    private PullJson() {}

    static String succeeded(Verdict verdict, PullOutcome.Pulled pulled, boolean recorded) {
        Json json = start(verdict);
        json.member("reference", pulled.reference().toString());
        json.member("digest", pulled.root().digest().toString()).startArray("images");
        for (Descriptor image : pulled.images()) {
            json.startObject().member("digest", image.digest().toString());
            json.member("platform", image.platform().map(Platform::toString)).endObject();
        }
        json.endArray();
        source(json, pulled.source());
        transfer(json, pulled.transfer());
        PullProblems.add(json, pulled.failures());
        json.member("recorded", recorded);
        warnings(json, verdict);
        return json.nothing("error").endObject().toString();
    }

    /// @param failures of the sources that were asked
    static String failed(Verdict verdict, CommandException problem, List<SourceFailure> failures) {
        Json json = start(verdict);
        json.nothing("reference").nothing("digest").startArray("images").endArray();
        json.nothing("source").nothing("transfer");
        PullProblems.add(json, failures);
        json.member("recorded", false);
        warnings(json, verdict);
        problem.addTo(json);
        return json.endObject().toString();
    }

    private static Json start(Verdict verdict) {
        Json json = new Json().startObject().member("input", verdict.input()).member("short", verdict.isShort());
        json.member("resolution", verdict.resolution());
        FindingJson.add("origin", verdict.origin(), json);
        return json;
    }

    private static void source(Json json, PullSource source) {
        json.startObject("source").member("reference", source.reference().toString());
        json.member("mirror", source.mirror()).member("insecure", source.insecure());
        FindingJson.add("origin", source.origin(), json);
        json.endObject();
    }

    private static void transfer(Json json, PullOutcome.Transfer transfer) {
        json.startObject("transfer").member("fetchedBlobs", transfer.fetchedBlobs());
        json.member("fetchedBytes", transfer.fetchedBytes());
        json.member("reusedBlobs", transfer.reusedBlobs());
        json.member("reusedBytes", transfer.reusedBytes()).endObject();
    }

    private static void warnings(Json json, Verdict verdict) {
        json.startArray("warnings");
        verdict.notes().forEach(json::element);
        verdict.warnings().forEach(json::element);
        json.endArray();
    }
}
