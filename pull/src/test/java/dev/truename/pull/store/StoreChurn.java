package dev.truename.pull.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.names.reference.Digest;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.MediaTypes;
import dev.truename.pull.manifest.RawManifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A process of its own that works on a store, to be killed or to be one of several.
///
/// `churn SEED` brings images, takes names away and prunes until it is killed, and says each name before and after.
/// `add PREFIX COUNT` names that many images.
final class StoreChurn {
    private static final int[] SIZES = {0, 10, 70_000, (1 << 20) + 1, 6 << 20};

    private final ImageStore store;

    private StoreChurn(ImageStore store) {
        this.store = store;
    }

    public static void main(String[] arguments) throws IOException {
        ImageStore store =
                ImageStore.open(Path.of(arguments[0]), new StoreSettings(Boolean.parseBoolean(arguments[1])));
        StoreChurn churn = new StoreChurn(store);
        switch (arguments[2]) {
            case "churn" -> churn.churn(new Random(Long.parseLong(arguments[3])));
            case "add" -> churn.add(arguments[3], Integer.parseInt(arguments[4]));
            default -> throw new IllegalArgumentException(arguments[2]);
        }
    }

    private void add(String prefix, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            name("a.example/" + prefix + i + ":1", new Random(i), i % 7 == 0);
        }
    }

    private void churn(Random random) throws IOException {
        while (true) {
            String name = "a.example/x:" + random.nextInt(6);
            switch (random.nextInt(8)) {
                case 0 -> {
                    say("removing " + name);
                    store.remove(name);
                    say("removed " + name);
                }
                case 1 -> {
                    say("pruning .");
                    store.prune(false);
                    say("pruned .");
                }
                default -> {
                    say("naming " + name);
                    name(name, new Random(random.nextInt(1000)), random.nextBoolean());
                    say("named " + name);
                }
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private void name(String name, Random content, boolean indexed) throws IOException {
        try (StoreSession session = store.begin()) {
            List<Descriptor> layers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                byte[] layer = new byte[SIZES[content.nextInt(SIZES.length)]];
                content.nextBytes(layer);
                layers.add(bring(session, "application/vnd.oci.image.layer.v1.tar", layer));
            }
            Descriptor config = bring(session, MediaTypes.OCI_CONFIG, "{}".getBytes(UTF_8));
            Descriptor root = put(session, MediaTypes.OCI_MANIFEST, image(config, layers));
            session.commit(name, indexed ? put(session, MediaTypes.OCI_INDEX, index(root)) : root);
        }
    }

    private static Descriptor bring(StoreSession session, String mediaType, byte[] bytes) throws IOException {
        Descriptor blob = Descriptor.of(mediaType, digest(bytes), bytes.length);
        if (!session.has(blob)) {
            try (BlobWriter writer = session.ingest(blob)) {
                writer.take(new ByteArrayInputStream(bytes), position -> {});
                writer.commit();
            }
        }
        return blob;
    }

    private static Descriptor put(StoreSession session, String mediaType, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        RawManifest manifest = new RawManifest(mediaType, bytes, digest(bytes));
        session.put(manifest);
        return manifest.descriptor();
    }

    private static Digest digest(byte[] bytes) {
        ContentHash hash = new ContentHash(Digest.Algorithm.SHA256);
        hash.update(bytes, 0, bytes.length);
        return hash.finish();
    }

    private static String image(Descriptor config, List<Descriptor> layers) {
        return "{\"schemaVersion\":2,\"config\":" + json(config) + ",\"layers\":["
                + String.join(",", layers.stream().map(StoreChurn::json).toList()) + "]}";
    }

    private static String index(Descriptor image) {
        return "{\"schemaVersion\":2,\"manifests\":[" + json(image) + "]}";
    }

    private static String json(Descriptor descriptor) {
        return "{\"mediaType\":\"" + descriptor.mediaType() + "\",\"digest\":\"" + descriptor.digest() + "\",\"size\":"
                + descriptor.size() + "}";
    }
}
