package dev.truename.names.yaml;

import dev.truename.names.reference.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Makes trees of events. An anchor counts once its node is whole, so that no tree holds itself.
final class YamlBuilder {
    private static final int SHOWN = 60;

    private final YamlListener listener;
    private final IntUnaryOperator index;
    private final Deque<YamlFrame> open = new ArrayDeque<>();
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private @Nullable YamlNode root;
    private int documentStart;
    private int nodes;
    private int at;

    /// @param index from the code points of a mark to an index into the text
    YamlBuilder(YamlListener listener, IntUnaryOperator index) {
        this.listener = listener;
        this.index = index;
    }

    /// How far it has read.
    int at() {
        return at;
    }

    void add(Event event) {
        at = index(event.getStartMark());
        switch (event.getEventId()) {
            case DocumentStart -> start();
            case DocumentEnd -> end();
            case MappingStart -> open(new YamlFrame(at, true, anchor((NodeEvent) event)));
            case SequenceStart -> open(new YamlFrame(at, false, anchor((NodeEvent) event)));
            case MappingEnd, SequenceEnd -> close();
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> put(aliased((AliasEvent) event));
            case StreamStart, StreamEnd, Comment -> {}
        }
    }

    private int index(Optional<Mark> mark) {
        return mark.map(Mark::getIndex).map(index::applyAsInt).orElse(at);
    }

    private void start() {
        documentStart = at;
        anchors.clear();
        nodes = 0;
        root = null;
    }

    private void end() {
        if (root != null) {
            listener.document(documentStart, root);
            root = null;
        }
    }

    private void open(YamlFrame frame) {
        count();
        if (open.size() == Yaml.MAX_DEPTH) {
            throw tooDeep();
        }
        open.push(frame);
    }

    private void close() {
        YamlFrame frame = open.pop();
        YamlNode node = frame.node();
        if (node.height() > Yaml.MAX_DEPTH) {
            throw tooDeep();
        }
        name(frame.anchor(), node);
        put(node);
    }

    private void scalar(ScalarEvent event) {
        count();
        YamlScalar scalar = new YamlScalar(event.getValue(), style(event), at, index(event.getEndMark()));
        name(anchor(event), scalar);
        put(scalar);
    }

    private static YamlScalar.Style style(ScalarEvent event) {
        ScalarStyle style = event.getScalarStyle();
        return switch (style) {
            case PLAIN -> YamlScalar.Style.PLAIN;
            case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> YamlScalar.Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> YamlScalar.Style.BLOCK;
        };
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse(null);
    }

    private void name(@Nullable String anchor, YamlNode node) {
        if (anchor != null) {
            anchors.put(anchor, node);
        }
    }

    private YamlNode aliased(AliasEvent event) {
        count();
        String name = event.getAlias().getValue();
        @Nullable YamlNode node = anchors.get(name);
        if (node == null) {
            throw refused("the alias *" + Printable.text(name, SHOWN) + " stands for nothing that is whole before it");
        }
        return node;
    }

    private void put(YamlNode node) {
        @Nullable YamlFrame frame = open.peek();
        if (frame == null) {
            root = node;
        } else if (!frame.add(node)) {
            throw refused("a key is no text");
        }
    }

    private void count() {
        if (++nodes > Yaml.MAX_NODES) {
            throw refused("the document has more than " + Yaml.MAX_NODES + " nodes");
        }
    }

    private YamlRefusedException tooDeep() {
        return refused("the document is more than " + Yaml.MAX_DEPTH + " levels deep");
    }

    private YamlRefusedException refused(String message) {
        return new YamlRefusedException(at, message);
    }
}
