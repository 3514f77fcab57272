package dev.truename.names.yaml;

import dev.truename.names.reference.Printable;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads the documents of a text. A document that cannot be read costs itself alone.
public final class Yaml {
    /// Nodes below each other, aliases followed; a deeper document is refused.
    public static final int MAX_DEPTH = 100;

    /// Nodes of one document; a larger one is refused.
    public static final int MAX_NODES = 2_000_000;

    /// After so many mistakes the rest of the text is left: it is no YAML.
    private static final int MAX_MISTAKES = 20;

    private static final int MESSAGE = 200;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("")
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(4096)
            .setVersionFunction(version -> version)
            .build();

    private final String text;
    private final CodePoints points;
    private final YamlListener listener;

    private Yaml(String text, YamlListener listener) {
        this.text = text;
        this.points = new CodePoints(text);
        this.listener = listener;
    }

    /// Tells of each document as soon as it has been read. Never throws for what is in the text.
    public static void read(String text, YamlListener listener) {
        int control = unprintable(text);
        if (control >= 0) {
            String shown = Printable.text(text.substring(control, text.offsetByCodePoints(control, 1)));
            listener.mistake(control, "there is the control character " + shown);
            return;
        }
        new Yaml(isJson(text) ? text.replace('\t', ' ') : text, listener).readAll();
    }

    /// Whether it starts as JSON does, which may be indented by tabs and has them nowhere else: the parser takes none.
    private static boolean isJson(String text) {
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first < text.length() && (text.charAt(first) == '{' || text.charAt(first) == '[');
    }

    private void readAll() {
        int from = 0;
        for (int mistakes = 0; mistakes < MAX_MISTAKES && from >= 0; mistakes++) {
            @Nullable YamlMistake mistake = readFrom(from);
            if (mistake == null) {
                return;
            }
            int at = Math.clamp(mistake.at(), from, text.length());
            listener.mistake(at, mistake.message());
            from = nextDocument(from, at);
        }
    }

    /// Reads to the end, or to a mistake.
    private @Nullable YamlMistake readFrom(int from) {
        int base = points.before(from);
        YamlBuilder builder = new YamlBuilder(listener, codePoints -> points.index(base + codePoints));
        try {
            ParserImpl parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, new PairReader(text, from)));
            while (parser.hasNext()) {
                Event event = parser.next();
                builder.add(event);
            }
            return null;
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark()
                    .map(mark -> points.index(base + mark.getIndex()))
                    .orElse(builder.at());
            String problem = e.getProblem() == null ? "this is no YAML" : e.getProblem();
            return new YamlMistake(at, Printable.text(problem, MESSAGE));
        } catch (YamlEngineException e) {
            return new YamlMistake(builder.at(), Printable.text(String.valueOf(e.getMessage()), MESSAGE));
        } catch (YamlRefusedException e) {
            return e.mistake();
        }
    }

    /// The line that starts a document, at the mistake or behind it; -1 if there is none.
    private int nextDocument(int from, int mistake) {
        int found = text.indexOf("\n---", Math.max(from, mistake - 1));
        return found < 0 ? -1 : found + 1;
    }

    /// The first character that no document may have (YAML 1.2, 5.1); -1 if there is none.
    private static int unprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t';
            if (!plain && !StreamReader.isPrintable(text.codePointAt(i))) {
                return i;
            }
            i += !plain && Character.isHighSurrogate(c) ? 1 : 0;
        }
        return -1;
    }
}
