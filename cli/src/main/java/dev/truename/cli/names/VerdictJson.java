package dev.truename.cli.names;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.io.Json;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.pullsource.UnusedSource;
import org.jspecify.annotations.Nullable;

/// A verdict for scripts. The members' names are a contract.
public final class VerdictJson {
    private VerdictJson() {}

    /// The verdict as an object of its own.
    public static String of(Verdict verdict) {
        Json json = new Json().startObject();
        addTo(json, verdict, null);
        return json.endObject().toString();
    }

    /// Adds the verdict's members to an object.
    ///
    /// @param tellers if given, candidates have the table that applies, the places that are not asked, and what is
    ///     wanted of signatures, too, and sources where their credentials come from
    public static void addTo(Json json, Verdict verdict, @Nullable PullTellers tellers) {
        json.member("input", verdict.input()).member("short", verdict.isShort());
        json.member("resolution", verdict.resolution());
        FindingJson.add("origin", verdict.origin(), json);
        json.startArray("candidates");
        for (Verdict.Place place : verdict.candidates()) {
            candidate(json, place, tellers);
        }
        json.endArray().startArray("warnings");
        verdict.notes().forEach(json::element);
        verdict.warnings().forEach(json::element);
        json.endArray();
        @Nullable CommandException problem = verdict.problem();
        if (problem == null) {
            json.nothing("error");
        } else {
            problem.addTo(json);
        }
    }

    private static void candidate(Json json, Verdict.Place place, @Nullable PullTellers tellers) {
        PullPlan plan = place.plan();
        json.startObject().member("reference", plan.reference().toString());
        FindingJson.add("origin", place.origin(), json);
        json.member("blocked", plan.blocked()).startArray("sources");
        for (PullSource source : plan.sources()) {
            json.startObject()
                    .member("reference", source.reference().toString())
                    .member("mirror", source.mirror())
                    .member("insecure", source.insecure());
            FindingJson.add("origin", source.origin(), json);
            if (tellers != null) {
                json.member("credentials", tellers.credentials().tell(source));
            }
            json.endObject();
        }
        json.endArray();
        if (tellers != null) {
            entry(json, plan);
            unused(json, plan);
            json.member("signatures", tellers.signatures().tell(plan.reference()));
        }
        json.endObject();
    }

    private static void entry(Json json, PullPlan plan) {
        if (plan.entry().isEmpty()) {
            json.nothing("entry");
        } else {
            json.startObject("entry");
            ConfigurationJson.registryMembers(json, plan.entry().get());
            json.endObject();
        }
    }

    private static void unused(Json json, PullPlan plan) {
        json.startArray("unused");
        for (UnusedSource source : plan.unused()) {
            json.startObject().member("location", source.location()).member("mirror", source.mirror());
            json.member("why", Problems.why(source));
            FindingJson.add("origin", source.because(), json);
            json.endObject();
        }
        json.endArray();
    }
}
