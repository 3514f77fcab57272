package dev.truename.benchmarks;

import dev.truename.cri.client.UnixChannel;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.ImageSpec;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.ImageStatusResponse;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Asks for images' status, one image after the other, at a fixed rate, whatever the answers take, and measures each
/// from the moment when it was due: a service that cannot follow is not let off.
final class StatusLoad {
    private static final double MICROS = 1000.0;

    private final ImageServiceGrpc.ImageServiceStub images;
    private final List<ImageStatusRequest> requests;

    StatusLoad(UnixChannel channel, List<String> names) {
        // The thread that reads answers notes them too: the load takes no more of the machine than it must.
        this.images = ImageServiceGrpc.newStub(channel.channel()).withExecutor(Runnable::run);
        this.requests = names.stream()
                .map(name -> ImageStatusRequest.newBuilder()
                        .setImage(ImageSpec.newBuilder().setImage(name))
                        .build())
                .toList();
    }

    /// @return a row: calls a second, and latencies in milliseconds
    String run(int rate, int seconds) throws InterruptedException {
        int count = rate * seconds;
        long[] took = new long[count];
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            images.imageStatus(requests.get(i % requests.size()), new Measured(took, i, due, failed, open));
        }
        open.await();
        double whole = (System.nanoTime() - start) / 1e9;
        Arrays.sort(took);
        return String.format(
                Locale.ROOT,
                "| %.0f/s | %s ms | %s ms | %s ms | %d |",
                count / whole,
                at(took, 0.5),
                at(took, 0.99),
                at(took, 0.999),
                failed.get());
    }

    private static String at(long[] sorted, double part) {
        return String.format(Locale.ROOT, "%.2f", sorted[(int) (part * (sorted.length - 1))] / MICROS / MICROS);
    }

    private record Measured(long[] took, int place, long due, AtomicInteger failed, CountDownLatch open)
            implements StreamObserver<ImageStatusResponse> {
        @Override
        public void onNext(ImageStatusResponse answer) {
            if (!answer.hasImage()) {
                failed.incrementAndGet();
            }
        }

        @Override
        public void onError(Throwable cause) {
            failed.incrementAndGet();
            onCompleted();
        }

        @Override
        public void onCompleted() {
            took[place] = System.nanoTime() - due;
            open.countDown();
        }
    }
}
