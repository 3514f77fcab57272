package dev.truename.benchmarks;

import dev.truename.cri.client.UnixChannel;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.ImageSpec;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.RemoveImageRequest;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Loads a node service that it starts: statuses at a rate, then a day's pulls and removals one behind the other.
/// Before another runtime, that one is first asked the same at its own socket, since it shares the machine with the
/// service.
///
/// `NodeBenchmark RATE SECONDS PULLS TRUENAME [OPTION...]`, with options for `serve`. Prints rows of two tables.
public final class NodeBenchmark {
    private static final int MESSAGE_BYTES = 16 << 20;

    /// As many as a node has that runs a few dozen pods.
    private static final int IMAGES = 100;

    private NodeBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("node");
        List<String> command = List.of(args).subList(3, args.length);
        try (TestRegistry registry = TestRegistry.start()) {
            Path socket = folder.resolve("t.sock");
            Process service = start(folder, socket, registry, command);
            try (UnixChannel channel = UnixChannel.to(socket, MESSAGE_BYTES)) {
                List<String> tags = pulled(registry, channel);
                int rate = Integer.parseInt(args[0]);
                int seconds = Integer.parseInt(args[1]);
                Optional<Path> runtime = upstream(command);
                if (runtime.isPresent()) {
                    try (UnixChannel straight = UnixChannel.to(runtime.get(), MESSAGE_BYTES)) {
                        load(
                                "the runtime itself",
                                straight,
                                named(registry.host() + "/team/app:", tags),
                                rate,
                                seconds,
                                List.of());
                    }
                }
                load(
                        "the service",
                        channel,
                        named("app:", tags),
                        rate,
                        seconds,
                        List.of(ProcessHandle.of(service.pid()).orElseThrow()));
                soak(channel, registry, service.pid(), Integer.parseInt(args[2]));
            } finally {
                service.destroy();
                service.waitFor();
            }
        }
    }

    private static List<String> pulled(TestRegistry registry, UnixChannel channel) {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            tags.add("s" + i);
            registry.push("team/app", tags.getLast(), image(-i));
            pull(channel, "app:" + tags.getLast());
        }
        return tags;
    }

    private static List<String> named(String front, List<String> tags) {
        return tags.stream().map(front::concat).toList();
    }

    private static Optional<Path> upstream(List<String> command) {
        int option = command.indexOf("--upstream");
        return option < 0
                ? Optional.empty()
                : Optional.of(Path.of(command.get(option + 1).replace("unix://", "")));
    }

    private static Process start(Path folder, Path socket, TestRegistry registry, List<String> command)
            throws IOException, InterruptedException {
        Path conf = Files.writeString(
                folder.resolve("registries.conf"),
                "[aliases]\n\"app\" = \"" + registry.host() + "/team/app\"\n[[registry]]\nlocation = \""
                        + registry.host() + "\"\ninsecure = true\n");
        List<String> all = new ArrayList<>(List.of(command.getFirst(), "serve", "--socket", socket.toString()));
        all.addAll(List.of(
                "--registries-conf",
                conf.toString(),
                "--alias-file",
                folder.resolve("a.conf").toString()));
        all.addAll(List.of("--root", folder.resolve("store").toString()));
        all.addAll(command.subList(1, command.size()));
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (!Files.exists(socket)) {
            if (!process.isAlive()) {
                throw new IOException(Files.readString(folder.resolve("log")));
            }
            Thread.sleep(10);
        }
        System.out.println("<!-- idle: " + usage(process.pid()) + " -->");
        return process;
    }

    private static void load(
            String asked, UnixChannel channel, List<String> names, int rate, int seconds, List<ProcessHandle> watched)
            throws Exception {
        StatusLoad load = new StatusLoad(channel, names);
        var _ = load.run(rate / 2, seconds); // to warm up
        long before = cpu(watched);
        String row = load.run(rate, seconds);
        long perCall = (cpu(watched) - before) / ((long) rate * seconds);
        System.out.println(
                "| " + asked + " | " + rate + "/s " + row + (watched.isEmpty() ? "" : " " + perCall + " us |"));
    }

    /// In microseconds, of all of them together.
    private static long cpu(List<ProcessHandle> watched) {
        return watched.stream()
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElseThrow().toNanos() / 1000)
                .sum();
    }

    private static void soak(UnixChannel channel, TestRegistry registry, long pid, int pulls) throws Exception {
        for (int i = 1; i <= pulls; i++) {
            registry.push("team/app", "v" + i, image(i));
            pull(channel, "app:v" + i);
            var _ = ImageServiceGrpc.newBlockingStub(channel.channel())
                    .removeImage(RemoveImageRequest.newBuilder()
                            .setImage(spec("app:v" + i))
                            .build());
            if (i % Math.max(1, pulls / 4) == 0) {
                System.out.println("| " + i + " | " + usage(pid) + " |");
            }
        }
    }

    private static void pull(UnixChannel channel, String name) {
        var _ = ImageServiceGrpc.newBlockingStub(channel.channel())
                .pullImage(PullImageRequest.newBuilder().setImage(spec(name)).build());
    }

    private static ImageSpec spec(String name) {
        return ImageSpec.newBuilder().setImage(name).build();
    }

    private static TestImage image(int number) {
        return TestImage.builder()
                .layer(Layer.file("etc/motd", "number " + number))
                .build();
    }

    /// Resident memory, threads, open files of a process, as the kernel tells them.
    private static String usage(long pid) throws IOException {
        Path process = Path.of("/proc/" + pid);
        String memory = "";
        String threads = "";
        for (String line : Files.readAllLines(process.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                memory = Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB";
            } else if (line.startsWith("Threads:")) {
                threads = line.replaceAll("[^0-9]", "");
            }
        }
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return memory + " | " + threads + " | " + files.count();
        }
    }
}
