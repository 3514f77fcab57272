package dev.truename.names.toml;

/// Leaves the statement that cannot be read. Never leaves this package.
final class TomlSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Toml.Mistake mistake;

    TomlSyntaxException(Toml.Mistake mistake) {
        super(mistake.message(), null, false, false);
        this.mistake = mistake;
    }

    Toml.Mistake mistake() {
        return mistake;
    }
}
