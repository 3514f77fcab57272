package dev.truename.testkit.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes ustar archives, with a pax header where a name or link is too long for ustar. Times and owners are zero, so
/// equal entries make equal bytes.
final class TarWriter {
    private static final int BLOCK = 512;
    private static final int NAME = 100;

    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    void write(TarEntry entry) throws IOException {
        pax(entry);
        header(entry.type().flag(), entry.name(), entry.link(), entry.mode(), entry.size());
        try (InputStream content = entry.content().get()) {
            content.transferTo(out);
        }
        pad(entry.size());
    }

    /// Two empty blocks end an archive.
    void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private void pax(TarEntry entry) throws IOException {
        String records = record("path", entry.name()) + record("linkpath", entry.link());
        byte[] bytes = records.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            header('x', "PaxHeader", "", 0644, bytes.length);
            out.write(bytes);
            pad(bytes.length);
        }
    }

    /// `LENGTH KEY=VALUE\n`, where the length counts its own digits; empty if ustar has room for the value.
    private static String record(String key, String value) {
        if (value.getBytes(StandardCharsets.UTF_8).length <= NAME) {
            return "";
        }
        String rest = " " + key + "=" + value + "\n";
        int restLength = rest.getBytes(StandardCharsets.UTF_8).length;
        int length = restLength + 1;
        while (Integer.toString(length).length() + restLength != length) {
            length++;
        }
        return length + rest;
    }

    private void header(char flag, String name, String link, int mode, long size) throws IOException {
        byte[] block = new byte[BLOCK];
        put(block, 0, NAME, name);
        octal(block, 100, 8, mode);
        octal(block, 108, 8, 0);
        octal(block, 116, 8, 0);
        octal(block, 124, 12, size);
        octal(block, 136, 12, 0);
        put(block, 148, 8, "        ");
        block[156] = (byte) flag;
        put(block, 157, NAME, link);
        put(block, 257, 8, "ustar\u000000");
        octal(block, 148, 7, sum(block));
        out.write(block);
    }

    private static int sum(byte[] block) {
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xff;
        }
        return sum;
    }

    private static void put(byte[] block, int offset, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, offset, Math.min(bytes.length, length));
    }

    private static void octal(byte[] block, int offset, int length, long value) {
        String digits = Long.toOctalString(value);
        put(block, offset, length, "0".repeat(length - 1 - digits.length()) + digits + "\0");
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }
}
