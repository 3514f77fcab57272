package dev.truename.cri.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an expression of Prometheus reads: names of series, each with its label matchers.
record Query(String name, List<Matching> matchings) {
    /// @param values what the label is compared with, the alternatives of a regular expression one by one
    record Matching(String label, List<String> values) {}

    private static final Pattern SERIES =
            Pattern.compile("\\b((?:truename|container_runtime_crio|process)[a-zA-Z0-9_:]*)\\s*(\\{[^}]*\\})?");
    private static final Pattern MATCHING = Pattern.compile("([a-zA-Z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    static List<Query> in(String expression) {
        List<Query> queries = new ArrayList<>();
        Matcher series = SERIES.matcher(withoutValues(expression));
        while (series.find()) {
            String selector = series.group(2) == null
                    ? ""
                    : expression.substring(series.start(2), series.end(2)); // the values are there again
            queries.add(new Query(series.group(1), matchings(selector)));
        }
        return queries;
    }

    /// The same length, with nothing between quotes: a value is no series.
    private static String withoutValues(String expression) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            quoted ^= c == '"';
            out.append(quoted && c != '"' ? ' ' : c);
        }
        return out.toString();
    }

    private static List<Matching> matchings(String selector) {
        List<Matching> matchings = new ArrayList<>();
        Matcher matcher = MATCHING.matcher(selector);
        while (matcher.find()) {
            String value = matcher.group(3);
            boolean variable = value.contains("$")
                    || matcher.group(1).equals("job")
                    || matcher.group(1).equals("instance");
            if (!variable) {
                matchings.add(new Matching(matcher.group(1), List.of(value.split("\\|", -1))));
            }
        }
        return matchings;
    }
}
