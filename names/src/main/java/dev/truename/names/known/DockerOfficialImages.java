package dev.truename.names.known;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The names of Docker Hub's official images, `docker.io/library/NAME`, those that are no longer maintained too.
/// People write them short and mean Docker Hub's.
public final class DockerOfficialImages {
    private static final String NAMESPACE = "library/";
    private static final String DATE = "# as of ";
    private static final DockerOfficialImages LIST = read();

    private final SortedSet<String> names;
    private final LocalDate asOf;

    private DockerOfficialImages(SortedSet<String> names, LocalDate asOf) {
        this.names = names;
        this.asOf = asOf;
    }

    /// All names, without `library/`, sorted.
    public static Set<String> names() {
        return new LinkedHashSet<>(LIST.names);
    }

    /// When the list was made.
    public static LocalDate asOf() {
        return LIST.asOf;
    }

    /// Whether a short name's path is that of an official image: `redis` and `library/redis` are.
    public static boolean contains(String path) {
        return LIST.names.contains(path.startsWith(NAMESPACE) ? path.substring(NAMESPACE.length()) : path);
    }

    private static DockerOfficialImages read() {
        SortedSet<String> names = new TreeSet<>();
        @Nullable LocalDate asOf = null;
        try (@Nullable InputStream in = DockerOfficialImages.class.getResourceAsStream("docker-official-images.txt");
                BufferedReader lines = reader(in)) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATE)) {
                    asOf = LocalDate.parse(line.substring(DATE.length()));
                } else if (!line.startsWith("#")) {
                    names.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (asOf == null) {
            throw new IllegalStateException("the list of official images has no date");
        }
        return new DockerOfficialImages(names, asOf);
    }

    private static BufferedReader reader(@Nullable InputStream in) {
        if (in == null) {
            throw new IllegalStateException("the list of official images is missing from this program");
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
