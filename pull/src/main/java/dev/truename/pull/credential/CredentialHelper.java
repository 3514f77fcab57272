package dev.truename.pull.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Runs `docker-credential-NAME get`: the server on its standard input, `{"Username":…,"Secret":…}` on its output.
///
/// A helper that says that it has nothing has nothing. One that is missing, fails, says something else or takes too
/// long is an error: going on without credentials could pull what only looks like the image that was meant.
final class CredentialHelper {
    private static final String PREFIX = "docker-credential-";
    /// What the protocol's programs print, and exit with 1, where they have nothing.
    private static final String NOT_FOUND = "credentials not found in native keychain";
    /// The user name that marks the secret as an identity token.
    private static final String TOKEN_USER = "<token>";
    private static final int MAX_OUTPUT = 64 * 1024;

    private final Map<String, String> environment;
    private final Duration timeout;

    CredentialHelper(Map<String, String> environment, Duration timeout) {
        this.environment = environment;
        this.timeout = timeout;
    }

    /// @param name of the helper, without its prefix
    Optional<Credential> get(String name, String server) throws PullException {
        Process process = start(name);
        FutureTask<byte[]> output = new FutureTask<>(() -> readBounded(process));
        Thread.startVirtualThread(output);
        try {
            write(process, server);
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed(name, "took longer than " + timeout.toSeconds() + " s", null);
            }
            return answer(name, process.exitValue(), output.get(1, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw failed(name, "does not end its output", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PullException(new PullFailure.Cancelled(PREFIX + name, "stopped"), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String name) throws PullException {
        ProcessBuilder builder = new ProcessBuilder(program(name).toString(), "get");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw failed(name, "cannot be started", e);
        }
    }

    private Path program(String name) throws PullException {
        if (!isName(name)) {
            throw failed("?", "is named by something that is no program's name", null);
        }
        for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
            Path program = Path.of(folder, PREFIX + name);
            if (program.isAbsolute() && Files.isExecutable(program)) {
                return program;
            }
        }
        throw failed(name, "is not in PATH", null);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }

    /// A helper that ends without reading its input still answers.
    private static void write(Process process, String server) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(server.getBytes(UTF_8));
        } catch (IOException e) {
            return;
        }
    }

    private static byte[] readBounded(Process process) {
        try (InputStream out = process.getInputStream()) {
            byte[] bytes = out.readNBytes(MAX_OUTPUT + 1);
            if (bytes.length > MAX_OUTPUT) {
                process.destroyForcibly();
            }
            return bytes;
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static Optional<Credential> answer(String name, int status, byte[] output) throws PullException {
        if (status != 0) {
            if (new String(output, UTF_8).strip().equals(NOT_FOUND)) {
                return Optional.empty();
            }
            throw failed(name, "ended with status " + status, null);
        }
        try {
            return Optional.of(credential(name, Json.parseObject(output)));
        } catch (JsonException e) {
            throw failed(name, "does not answer with JSON", null);
        }
    }

    private static Credential credential(String name, JsonObject answer) throws PullException {
        String user = answer.textOf("Username");
        String secret = answer.textOf("Secret");
        if (secret.isEmpty()) {
            throw failed(name, "answers without a secret", null);
        }
        return user.equals(TOKEN_USER) ? new Credential.IdentityToken(secret) : new Credential.Basic(user, secret);
    }

    private static PullException failed(String name, String what, @Nullable Exception cause) {
        return new PullException(new PullFailure.Unauthorized(PREFIX + name, "the credential helper " + what), cause);
    }
}
