package dev.truename.cli.table;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.probe.Missing;
import dev.truename.names.probe.SourceAnswer;
import dev.truename.names.probe.SourceProbe;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Printable;
import dev.truename.names.reference.Repository;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What registries have answered, in a file: a line for each answer that settles a question, appended whole as it
/// comes. Whatever ends the process, the file has every answer but perhaps the last, of which a part may be there.
///
/// A line is `repository ANSWER SECURITY NAME DIGEST`: `present`, `absent-image` or `absent-repository`; `secure` or
/// `insecure`; and `-` where there is no digest.
final class CheckState implements SourceProbe, AutoCloseable {
    private static final String HEADER = "# truename table check: answers of registries, version 1";
    private static final int MAX_BYTES = 64 << 20;

    private record Place(Repository repository, boolean insecure) {}

    private final FileChannel channel;
    private final Map<Place, SourceAnswer> known;
    private final SourceProbe probe;
    private @Nullable IOException broken;

    private CheckState(FileChannel channel, Map<Place, SourceAnswer> known, SourceProbe probe) {
        this.channel = channel;
        this.known = known;
        this.probe = probe;
    }

    /// @param resume whether answers that are in the file count; else there must be none
    /// @param probe asked for what the file does not have
    static CheckState open(Path file, boolean resume, SourceProbe probe) throws CommandException {
        try {
            FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
            try {
                lock(channel, file);
                return new CheckState(channel, read(channel, file, resume), probe);
            } catch (IOException | CommandException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Tables.notWritten(file, e);
        }
    }

    /// Until the channel is closed.
    private static void lock(FileChannel channel, Path file) throws IOException, CommandException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new CommandException(
                    ExitCode.FAILURE, "state", "another check is writing to " + file, "Name another file.");
        }
    }

    private static Map<Place, SourceAnswer> read(FileChannel channel, Path file, boolean resume)
            throws IOException, CommandException {
        if (channel.size() > MAX_BYTES) {
            throw unusable(file, 1, "it is larger than any state", "Name another file.");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1; // what is behind it was cut off by the end of the process
        if (text.isEmpty() || (end == 0 && HEADER.startsWith(text))) {
            channel.truncate(0);
            channel.write(line(HEADER), 0);
            channel.position(channel.size());
            return new ConcurrentHashMap<>();
        }
        if (!text.startsWith(HEADER + "\n")) {
            throw unusable(file, 1, "it is no state of a check", "Name another file: this one is left as it is.");
        }
        if (!resume) {
            throw Tables.usage("there is a state already in " + file, "Go on with it by --resume, or remove the file.");
        }
        Map<Place, SourceAnswer> known = answers(text.substring(0, end), file);
        long whole = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(whole);
        channel.position(whole);
        return known;
    }

    private static Map<Place, SourceAnswer> answers(String text, Path file) throws CommandException {
        Map<Place, SourceAnswer> known = new ConcurrentHashMap<>();
        int number = 1;
        for (String line : text.substring(HEADER.length() + 1).split("\n")) {
            number++;
            if (line.isEmpty()) {
                continue;
            }
            if (!add(line, known)) {
                throw unusable(
                        file,
                        number,
                        "this is no answer: " + Printable.text(line),
                        "Remove the line: it is asked again.");
            }
        }
        return known;
    }

    /// Whether the line is an answer.
    private static boolean add(String line, Map<Place, SourceAnswer> known) {
        String[] words = line.split(" ", 6);
        boolean shaped = words.length == 5
                && words[0].equals("repository")
                && (words[2].equals("secure") || words[2].equals("insecure"));
        if (!shaped) {
            return false;
        }
        try {
            Optional<SourceAnswer> answer = answer(words[1], words[4]);
            Place place = new Place(Repository.parse(words[3]), words[2].equals("insecure"));
            answer.ifPresent(told -> known.put(place, told));
            return answer.isPresent();
        } catch (InvalidReferenceException e) {
            return false;
        }
    }

    private static Optional<SourceAnswer> answer(String word, String digest) {
        return switch (word) {
            case "present" ->
                Optional.of(new SourceAnswer.Present(
                        digest.equals("-") ? Optional.empty() : Optional.of(Digest.parse(digest))));
            case "absent-image" -> Optional.of(new SourceAnswer.Absent(Missing.IMAGE));
            case "absent-repository" -> Optional.of(new SourceAnswer.Absent(Missing.REPOSITORY));
            default -> Optional.empty();
        };
    }

    private static CommandException unusable(Path file, int line, String why, String fix) {
        return new CommandException(ExitCode.CONFIGURATION, "state", file + ":" + line + ": " + why, fix);
    }

    /// How many answers the file had.
    int size() {
        return known.size();
    }

    @Override
    public SourceAnswer image(PullSource source) {
        return probe.image(source);
    }

    @Override
    public SourceAnswer repository(PullSource source) {
        Place place = new Place(source.reference().repository(), source.insecure());
        @Nullable SourceAnswer before = known.get(place);
        if (before != null) {
            return before;
        }
        SourceAnswer answer = probe.repository(source);
        word(answer).ifPresent(word -> append(word, place, answer));
        return answer;
    }

    /// Nothing for what is to be asked again.
    private static Optional<String> word(SourceAnswer answer) {
        return switch (answer) {
            case SourceAnswer.Present _ -> Optional.of("present");
            case SourceAnswer.Absent(Missing missing) ->
                missing == Missing.UNSAID ? Optional.empty() : Optional.of("absent-" + missing.word());
            case SourceAnswer.Failed _ -> Optional.empty();
        };
    }

    private synchronized void append(String word, Place place, SourceAnswer answer) {
        if (known.putIfAbsent(place, answer) != null || broken != null) {
            return;
        }
        String digest = answer instanceof SourceAnswer.Present(Optional<Digest> told) && told.isPresent()
                ? told.get().toString()
                : "-";
        try {
            ByteBuffer line = line("repository " + word + (place.insecure() ? " insecure " : " secure ")
                    + place.repository() + " " + digest);
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            broken = e;
        }
    }

    private static ByteBuffer line(String text) {
        return ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// @throws CommandException if an answer could not be written
    synchronized void requireWritten(Path file) throws CommandException {
        if (broken != null) {
            throw Tables.notWritten(file, broken);
        }
    }

    @Override
    public void close() throws CommandException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILURE, "state", "cannot close the state: " + e.getMessage(), "");
        }
    }
}
