package dev.truename.pull.manifest;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue.JsonObject;

/// What an image's config says of it (config.md).
///
/// @param platform with an empty system or architecture where the config does not tell
/// @param user who runs the image's command, `USER[:GROUP]`, names or numbers; empty where the config does not tell
public record ImageConfig(Platform platform, String user) {
    /// As large as a manifest may be, in bytes.
    public static final int MAX_BYTES = 4 << 20;

    /// @param source for the failure
    /// @throws PullException with [PullFailure.Malformed]
    public static ImageConfig parse(byte[] bytes, String source) throws PullException {
        try {
            JsonObject config = Json.parseObject(bytes);
            String user = config.object("config").orElse(JsonObject.EMPTY).textOf("User");
            return new ImageConfig(DescriptorReader.platformOf(config), user);
        } catch (JsonException e) {
            throw new PullException(
                    new PullFailure.Malformed(source, "the image's config is refused: " + e.getMessage()), e);
        }
    }
}
