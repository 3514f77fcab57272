package dev.truename.pull.json;

/// Not JSON, or JSON of another shape than it must have. The message says what is wrong and where, without the content.
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
