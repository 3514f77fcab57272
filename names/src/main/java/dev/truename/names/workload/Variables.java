package dev.truename.names.workload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a name apart where variables are: `$NAME` and `${NAME}` with the operators `-`, `=`, `+` and `?` of a shell,
/// as in compose files, Containerfiles and OpenShift templates; `$(params.NAME)` as in Tekton; `{{ ... }}` as in Argo
/// and whatever else is a template.
final class Variables {
    /// Defaults within defaults; what is deeper counts as unknown.
    private static final int MAX_DEPTH = 8;

    private static final String OPERATORS = "-=+?";

    private final String text;
    private final int base;
    private final Lookup lookup;
    private int at;

    private Variables(String text, int base, Lookup lookup) {
        this.text = text;
        this.base = base;
        this.lookup = lookup;
    }

    /// @param base index of the text in its file
    static List<Piece> pieces(String text, int base, Lookup lookup) {
        return new Variables(text, base, lookup).run(0);
    }

    /// Reads to the end, or to the brace that closes the variable around it.
    private List<Piece> run(int depth) {
        List<Piece> pieces = new ArrayList<>();
        int literal = at;
        while (at < text.length() && !(depth > 0 && text.charAt(at) == '}')) {
            int start = at;
            @Nullable Piece variable = variable(depth);
            if (variable == null) {
                at++;
                continue;
            }
            addLiteral(pieces, literal, start);
            pieces.add(variable);
            literal = at;
        }
        addLiteral(pieces, literal, at);
        return pieces;
    }

    private void addLiteral(List<Piece> pieces, int start, int end) {
        if (start < end) {
            pieces.add(Piece.literal(text.substring(start, end), span(start, end)));
        }
    }

    private Span span(int start, int end) {
        return new Span(base + start, base + end);
    }

    /// The variable that starts here; null if none does.
    private @Nullable Piece variable(int depth) {
        int start = at;
        if (text.startsWith("{{", at)) {
            return enclosed(start, 2, "}}");
        }
        if (text.startsWith("$(", at)) {
            return enclosed(start, 2, ")");
        }
        if (text.startsWith("${", at)) {
            at += 2;
            return braced(start, depth);
        }
        if (text.charAt(at) == '$' && isName(at + 1)) {
            at++;
            String name = name();
            return looked(name, start);
        }
        return null;
    }

    private Piece enclosed(int start, int open, String close) {
        int end = text.indexOf(close, at + open);
        at = end < 0 ? text.length() : end + close.length();
        String name =
                text.substring(start + open, end < 0 ? text.length() : end).strip();
        return looked(name, start);
    }

    private Piece looked(String name, int start) {
        Lookup.@Nullable Value value = lookup.of(name);
        return value == null ? Piece.unknown(name, span(start, at)) : known(name, value, start);
    }

    private Piece known(String name, Lookup.Value value, int start) {
        return new Piece(span(start, at), name, value.text(), value.origin());
    }

    private Piece braced(int start, int depth) {
        String name = name();
        boolean colon = peek() == ':';
        at += colon ? 1 : 0;
        char operator = peek();
        if (OPERATORS.indexOf(operator) < 0 || depth == MAX_DEPTH) {
            boolean plain = operator == '}' && !colon && !name.isEmpty();
            skipBrace();
            return plain ? looked(name, start) : Piece.unknown(text.substring(start, at), span(start, at));
        }
        at++;
        List<Piece> word = run(depth + 1);
        skipBrace();
        return chosen(name, operator, colon, word, start);
    }

    private void skipBrace() {
        int end = text.indexOf('}', at);
        at = end < 0 ? text.length() : end + 1;
    }

    private Piece chosen(String name, char operator, boolean colon, List<Piece> word, int start) {
        Lookup.@Nullable Value value = lookup.of(name);
        boolean set = value != null && !(colon && value.text().isEmpty());
        if (operator == '+') {
            return set ? replaced(name, word, start) : known(name, new Lookup.Value("", null), start);
        }
        if (set && value != null) {
            return known(name, value, start);
        }
        return operator == '?' ? Piece.unknown(name, span(start, at)) : replaced(name, word, start);
    }

    /// The word behind an operator in the place of the variable.
    private Piece replaced(String name, List<Piece> word, int start) {
        StringBuilder joined = new StringBuilder();
        for (Piece piece : word) {
            if (piece.value() == null) {
                return Piece.unknown(name, span(start, at));
            }
            joined.append(piece.value());
        }
        @Nullable Span origin = word.size() == 1 ? word.getFirst().origin() : null;
        return new Piece(span(start, at), name, joined.toString(), origin);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private String name() {
        int start = at;
        while (isName(at)) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean isName(int index) {
        char c = index < text.length() ? text.charAt(index) : 0;
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
