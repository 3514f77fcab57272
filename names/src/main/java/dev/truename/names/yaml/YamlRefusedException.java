package dev.truename.names.yaml;

/// Leaves the document that is not to be read on. Never leaves this package.
final class YamlRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient YamlMistake mistake;

    YamlRefusedException(int at, String message) {
        super(message, null, false, false);
        this.mistake = new YamlMistake(at, message);
    }

    YamlMistake mistake() {
        return mistake;
    }
}
