package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What reading a text came to.
sealed interface Found {
    record Images(Gathered gathered) implements Found {
        public Images {
            requireNonNull(gathered);
        }
    }

    /// The whole of it could not be read.
    record Nothing(Problem why) implements Found {
        public Nothing {
            requireNonNull(why);
        }
    }

    /// Reads a text.
    ///
    /// @param format empty if it is to be told by the source's name, else by the content
    static Found in(String source, byte[] bytes, Optional<Format> format) {
        if (bytes.length > WorkloadReader.MAX_BYTES) {
            return tooLarge(source);
        }
        Text text;
        try {
            text = Text.decode(bytes);
        } catch (UndecodableException e) {
            return new Nothing(new Problem(
                    new Place(source, e.line(), 1),
                    Problem.Kind.ENCODING,
                    String.valueOf(e.getMessage()),
                    "save it as UTF-8"));
        }
        Format known = format.or(() -> Format.ofName(folder(source), file(source)))
                .orElseGet(() -> Format.ofContent(text.chars()));
        if (WorkloadReader.isTooLarge(known, bytes.length)) {
            return tooLarge(source);
        }
        Gathered gathered = new Gathered(source, text);
        switch (known) {
            case YAML -> new YamlReader(gathered, YamlReader.Guessing.of(file(source))).read();
            case CONTAINERFILE -> new ContainerfileReader(gathered).read();
            case QUADLET -> new QuadletReader(gathered).read();
            case LIST -> new ImageListReader(gathered).read();
        }
        return new Images(gathered);
    }

    private static Nothing tooLarge(String source) {
        return new Nothing(new Problem(
                new Place(source, 1, 1), Problem.Kind.LIMIT, "the file is larger than is read", "split it"));
    }

    private static String file(String source) {
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private static String folder(String source) {
        int end = source.lastIndexOf('/');
        return end < 0 ? "" : file(source.substring(0, end));
    }
}
