package dev.truename.names.reload;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.FileObserver;
import dev.truename.names.config.Owner;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.ShortNameMode;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of one load, in reading order, with a hash of what each said.
final class ReadFiles implements FileObserver {
    private record ReadFile(Path path, String hash) {}

    private final List<ReadFile> files = new ArrayList<>();

    @Override
    public void read(Path file, byte[] content) {
        files.add(new ReadFile(file, hex(sha256().digest(content))));
    }

    List<Path> paths() {
        return files.stream().map(ReadFile::path).toList();
    }

    /// Tells this load from another of other files or other bytes; for loads that failed.
    String attempt() {
        MessageDigest digest = sha256();
        for (ReadFile file : files) {
            add(digest, file.path().toString().getBytes(UTF_8));
            add(digest, file.hash().getBytes(UTF_8));
        }
        return hex(digest.digest());
    }

    /// What counts is what the files say, their order, whose each is, and the caller's own choices. Where they are does
    /// not count.
    SnapshotId id(ConfigurationSources sources, RegistriesConfiguration configuration) {
        MessageDigest digest = sha256();
        add(digest, sources.generation().name().getBytes(UTF_8));
        add(digest, sources.mode().map(ShortNameMode::name).orElse("").getBytes(UTF_8));
        for (ReadFile file : files) {
            @Nullable Owner owner = configuration.layers().owners().get(file.path());
            add(digest, (owner == null ? "policy" : owner.word()).getBytes(UTF_8));
            add(digest, file.hash().getBytes(UTF_8));
        }
        return new SnapshotId(hex(digest.digest()).substring(0, SnapshotId.LENGTH));
    }

    /// With its length in front, so that no two lists of words are one.
    private static void add(MessageDigest digest, byte[] word) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, word.length));
        digest.update(word);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
