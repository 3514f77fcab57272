package dev.truename.pull.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.real.Commands;
import dev.truename.pull.real.Gpg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signatures that GnuPG made, judged here and by GnuPG: never more kindly here.
@Timeout(300)
class GnupgIT {
    private static final String CONTENT = "what is signed";

    @TempDir
    static Path folder;

    private static Gpg gpg;

    @BeforeAll
    static void sign() throws IOException {
        Commands.need("gpg");
        gpg = new Gpg();
        Files.writeString(folder.resolve("doc"), CONTENT);
        for (String algorithm : List.of("rsa2048", "ed25519", "nistp256", "dsa2048", "rsa1024")) {
            gpg.create(algorithm, algorithm);
            signed(algorithm, algorithm);
            key(algorithm);
        }
        gpg.run("--quick-gen-key", "below", "rsa2048", "cert", "never");
        gpg.run("--quick-add-key", gpg.fingerprint("below"), "ed25519", "sign", "never");
        signed("below", "below");
        key("below");
        expired();
        revoked();
        gpg.export(folder.resolve("several.asc"), "ed25519", "rsa2048");
        variants();
    }

    private static void expired() {
        String then = "--faked-system-time=20200101T000000!";
        gpg.run(then, "--quick-gen-key", "expired", "rsa2048", "sign", "1y");
        gpg.run(then, "--quick-gen-key", "below-expired", "rsa2048", "cert", "never");
        gpg.run(then, "--quick-add-key", gpg.fingerprint("below-expired"), "rsa2048", "sign", "1y");
        signed("expired", "expired", then);
        signed("below-expired", "below-expired", then);
        key("expired");
        key("below-expired");
    }

    private static void revoked() throws IOException {
        gpg.create("revoked", "rsa2048");
        signed("revoked", "revoked");
        gpg.export(folder.resolve("before.asc"), "revoked");
        Path certificate = gpg.home().resolve("openpgp-revocs.d/" + gpg.fingerprint("revoked") + ".rev");
        Files.writeString(certificate, Files.readString(certificate).replace(":-----BEGIN", "-----BEGIN"));
        gpg.run("--import", certificate.toString());
        key("revoked");
        Files.writeString(
                folder.resolve("twice.asc"),
                Files.readString(folder.resolve("before.asc")) + Files.readString(folder.resolve("revoked.asc")));
    }

    private static void variants() throws IOException {
        for (String hash : List.of("SHA1", "RIPEMD160", "SHA224", "SHA384", "SHA512")) {
            signed(hash, "rsa2048", "--digest-algo", hash);
        }
        for (String compression : List.of("none", "zlib", "bzip2")) {
            signed(compression, "rsa2048", "--compress-algo", compression);
        }
        signed("armored", "rsa2048", "--armor");
        signed("text", "rsa2048", "--textmode");
        signed("future", "rsa2048", "--faked-system-time=20990101T000000!");
        signed("over", "rsa2048", "--default-sig-expire", "seconds=1");
        signed("two", "rsa2048", "--local-user", "ed25519");
        gpg.run(
                "--local-user",
                "rsa2048",
                "--output",
                folder.resolve("clear.sig").toString(),
                "--clearsign",
                doc());
        gpg.run(
                "--local-user",
                "rsa2048",
                "--output",
                folder.resolve("away.sig").toString(),
                "--detach-sign",
                doc());
        Commands.run("sh", "-c", """
                cd %s
                { cat rsa2048.sig; echo more; } > trailing.sig
                { cat none.sig; echo more; } > trailing-plain.sig
                cat rsa2048.sig rsa2048.sig > doubled.sig
                cat none.sig none.sig > doubled-plain.sig
                head -c 200 rsa2048.sig > cut.sig
                { printf '\\312\\003PGP'; cat none.sig; } > marked.sig
                sed 's/what is signed/what is forged/' none.sig > forged.sig
                """.formatted(folder));
    }

    private static String doc() {
        return folder.resolve("doc").toString();
    }

    private static void key(String user) {
        gpg.export(folder.resolve(user + ".asc"), user);
    }

    private static void signed(String name, String user, String... options) {
        String[] command = new String[options.length + 6];
        System.arraycopy(options, 0, command, 0, options.length);
        String[] rest = {
            "--local-user", user, "--output", folder.resolve(name + ".sig").toString(), "--sign", doc()
        };
        System.arraycopy(rest, 0, command, options.length, rest.length);
        gpg.run(command);
    }

    @AfterAll
    static void close() {
        gpg.close();
    }

    /// `here` is empty for what counts, and `gpg` says whether it counts for GnuPG.
    @ParameterizedTest(name = "{1} by {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rsa2048.asc | rsa2048.sig | good | ''",
                "ed25519.asc | ed25519.sig | good | ''",
                "nistp256.asc | nistp256.sig | good | ''",
                "below.asc | below.sig | good | ''",
                "several.asc | rsa2048.sig | good | ''",
                "several.asc | ed25519.sig | good | ''",
                "before.asc | revoked.sig | good | ''",
                "rsa2048.asc | none.sig | good | ''",
                "rsa2048.asc | zlib.sig | good | ''",
                "rsa2048.asc | SHA224.sig | good | ''",
                "rsa2048.asc | SHA384.sig | good | ''",
                "rsa2048.asc | SHA512.sig | good | ''",
                "ed25519.asc | rsa2048.sig | bad | not one that the policy names",
                "expired.asc | expired.sig | bad | key that has expired",
                "below-expired.asc | below-expired.sig | bad | key that has expired",
                "revoked.asc | revoked.sig | bad | key that was revoked",
                "twice.asc | revoked.sig | bad | key that was revoked",
                "rsa2048.asc | over.sig | bad | has expired",
                "rsa2048.asc | forged.sig | bad | does not fit what it signs",
                "rsa2048.asc | cut.sig | bad | break off",
                "rsa2048.asc | away.sig | bad | signs nothing",
                "rsa2048.asc | doubled-plain.sig | bad | behind its end",
                "several.asc | two.sig | several | several signatures",
                // where GnuPG is kinder
                "dsa2048.asc | dsa2048.sig | good | kind or length",
                "rsa1024.asc | rsa1024.sig | good | kind or length",
                "rsa2048.asc | SHA1.sig | good | SHA-1, which is not good enough",
                "rsa2048.asc | RIPEMD160.sig | good | RIPEMD-160, which is not good enough",
                "rsa2048.asc | bzip2.sig | good | compressed in a way",
                "rsa2048.asc | armored.sig | good | cannot be read",
                "rsa2048.asc | clear.sig | good | cannot be read",
                "rsa2048.asc | text.sig | good | not one on a document",
                "rsa2048.asc | future.sig | good | from the future",
                "rsa2048.asc | trailing.sig | good | behind its end",
                "rsa2048.asc | trailing-plain.sig | good | cannot be read",
                "rsa2048.asc | doubled.sig | good | behind its end",
                "rsa2048.asc | marked.sig | good | does not start with a signature",
            })
    void theVerdictIsNeverKinderThanGnupgs(String keys, String signature, String theirs, String here)
            throws IOException {
        assertEquals(theirs, gnupg(folder.resolve(keys), folder.resolve(signature)));
        String verdict = verdict(folder.resolve(keys), folder.resolve(signature));
        assertTrue(here.isEmpty() ? verdict.isEmpty() : verdict.contains(here), verdict);
        assertTrue(!verdict.isEmpty() || theirs.equals("good"));
    }

    /// Some bytes of a message are nobody's: what they are changes nothing that is signed.
    @ParameterizedTest
    @ValueSource(strings = {"rsa2048", "ed25519", "none", "below"})
    void noByteCanBeChangedSoThatSomethingElseIsSigned(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name + ".sig"));
        Path keys = folder.resolve(name.equals("none") ? "rsa2048.asc" : name + ".asc");
        int rejected = 0;
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 1; bit < 256; bit <<= 3) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) bit;
                rejected += verdict(keys, changed).isEmpty() ? 0 : 1; // or what is signed was looked at
            }
        }
        assertTrue(rejected > bytes.length, () -> "of " + bytes.length + " bytes");
    }

    private static String verdict(Path keys, Path signature) throws IOException {
        return verdict(keys, Files.readAllBytes(signature));
    }

    private static String verdict(Path keys, byte[] signature) throws IOException {
        try {
            SignedMessage message = SignedMessage.parse(signature);
            List<KeyState> signers = TrustedKeys.read(List.of(Files.readAllBytes(keys)))
                    .having(message.signature().getKeyID());
            if (signers.isEmpty()) {
                return "not one that the policy names";
            }
            // A second and more after what expires in one.
            signers.getFirst().require(message, Instant.now().plusSeconds(2));
            assertEquals(CONTENT, new String(message.content(), UTF_8));
            return "";
        } catch (RejectedSignatureException e) {
            return e.getMessage();
        }
    }

    /// By the rules of who made policy.json: exactly one signature, and that a good one.
    private static String gnupg(Path keys, Path signature) {
        String status = Commands.run("sh", "-c", """
                home=$(mktemp -d)
                gpg --homedir $home --batch --quiet --import %s 2>/dev/null
                gpg --homedir $home --batch --status-fd 1 --output /dev/null --yes \\
                  --faked-system-time $(($(date +%%s) + 2))! --verify %s 2>/dev/null
                rm -rf $home
                """.formatted(keys, signature));
        int good = status.split("GOODSIG ", -1).length - 1;
        boolean bad = status.contains("BADSIG")
                || status.contains("EXPSIG")
                || status.contains("EXPKEYSIG")
                || status.contains("REVKEYSIG")
                || status.contains("ERRSIG");
        return bad || good == 0 ? "bad" : good == 1 ? "good" : "several";
    }
}
