package dev.truename.cri.own;

import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.store.StoredImage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The images of the store, as they are now: other processes may change it too. As long as nobody does, a look
/// costs one question to the file system.
final class StoredImages {
    /// @param stamp of the store's names
    /// @param roots what was found out, by the root's digest
    private record Known(Object stamp, ImageView view, Map<Digest, StoredRoot> roots) {}

    private final ImageStore store;
    private final RootReader reader;
    private final PinnedImages pinned;
    private final NodeListener listener;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable Known known;

    StoredImages(ImageStore store, RootReader reader, PinnedImages pinned, NodeListener listener) {
        this.store = store;
        this.reader = reader;
        this.pinned = pinned;
        this.listener = listener;
    }

    ImageView now() throws PullException {
        Object stamp = store.stamp();
        @Nullable Known last = known;
        return last != null && last.stamp().equals(stamp) ? last.view() : refreshed();
    }

    /// The id of what was just stored.
    Digest idOf(Descriptor root) throws PullException {
        @Nullable Known last = known;
        @Nullable StoredRoot before = last == null ? null : last.roots().get(root.digest());
        return before == null ? reader.read(root).id() : before.id();
    }

    private ImageView refreshed() throws PullException {
        refreshing.lock();
        try {
            Object stamp = store.stamp(); // before the names are read: what changes meanwhile is read once more
            @Nullable Known last = known;
            if (last != null && last.stamp().equals(stamp)) {
                return last.view();
            }
            Known fresh = read(stamp, last == null ? Map.of() : last.roots());
            known = fresh;
            return fresh.view();
        } finally {
            refreshing.unlock();
        }
    }

    private Known read(Object stamp, Map<Digest, StoredRoot> before) throws PullException {
        Map<Digest, StoredRoot> roots = new HashMap<>();
        Map<StoredImage, StoredRoot> images = new LinkedHashMap<>();
        for (StoredImage image : store.images()) {
            Digest digest = image.root().digest();
            @Nullable StoredRoot root = roots.get(digest);
            if (root == null) {
                root = before.get(digest);
            }
            if (root == null) {
                root = usable(image);
            }
            if (root != null) {
                roots.put(digest, root);
                images.put(image, root);
            }
        }
        return new Known(stamp, ImageView.of(images, pinned), roots);
    }

    /// What cannot be used counts as not there: it is then pulled again, which mends it.
    private @Nullable StoredRoot usable(StoredImage image) throws PullException {
        try {
            return reader.read(image.root());
        } catch (PullException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            listener.on(new NodeEvent.ImageDamaged(image.name(), e.failure()));
            return null;
        }
    }
}
