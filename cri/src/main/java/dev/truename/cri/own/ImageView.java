package dev.truename.cri.own;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.pull.store.StoredImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All images of the store at one moment, by everything that can mean one. Immutable once built.
final class ImageView {
    private final Map<Digest, ImageRecord> byId = new LinkedHashMap<>();
    private final NavigableMap<String, ImageRecord> byHex = new TreeMap<>();
    private final Map<String, ImageRecord> byName = new HashMap<>();

    private ImageView() {}

    /// @param images the store's names with what each leads to, in the order of the store
    static ImageView of(Map<StoredImage, StoredRoot> images, PinnedImages pinned) {
        Map<Digest, Names> names = new LinkedHashMap<>();
        images.forEach((image, root) ->
                names.computeIfAbsent(root.id(), id -> new Names(root)).add(image, root));
        ImageView view = new ImageView();
        names.values().forEach(each -> view.add(each.record(pinned)));
        return view;
    }

    private void add(ImageRecord image) {
        byId.put(image.id(), image);
        byHex.put(image.id().hex(), image);
        image.tags().forEach(tag -> byName.put(tag, image));
        image.digests().forEach(digest -> byName.put(digest, image));
        image.otherDigests().forEach(digest -> byName.put(digest, image));
    }

    /// Collects the names of one image.
    private static final class Names {
        private final StoredRoot root;
        private final Set<String> tags = new LinkedHashSet<>();
        private final Set<String> digests = new LinkedHashSet<>();
        private final Set<String> manifests = new LinkedHashSet<>();
        private final List<StoredImage> all = new ArrayList<>();

        Names(StoredRoot root) {
            this.root = root;
        }

        void add(StoredImage image, StoredRoot of) {
            all.add(image);
            @Nullable Qualified name = parsed(image.name());
            if (name == null) {
                return;
            }
            if (name.digest().isEmpty()) {
                tags.add(name.withDefaultTag().toString());
            }
            digests.add(at(name.repository(), image.root().digest()));
            manifests.add(at(name.repository(), of.manifest()));
        }

        ImageRecord record(PinnedImages pinned) {
            manifests.removeAll(digests);
            boolean isPinned =
                    Stream.of(tags, digests, manifests).flatMap(Set::stream).anyMatch(pinned::matches)
                            || pinned.matches(root.id().toString());
            return new ImageRecord(
                    root, List.copyOf(tags), List.copyOf(digests), List.copyOf(manifests), isPinned, all);
        }
    }

    /// Other tools give names that are none for a runtime.
    private static @Nullable Qualified parsed(String name) {
        try {
            return Qualified.parse(name);
        } catch (InvalidReferenceException e) {
            return null;
        }
    }

    private static String at(Repository repository, Digest digest) {
        return repository + "@" + digest;
    }

    Collection<ImageRecord> all() {
        return byId.values();
    }

    Optional<ImageRecord> byId(Digest id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The one image whose id starts so; none if several do.
    Optional<ImageRecord> byPrefix(String hex) {
        Map.@Nullable Entry<String, ImageRecord> first = byHex.ceilingEntry(hex);
        if (first == null || !first.getKey().startsWith(hex)) {
            return Optional.empty();
        }
        @Nullable String next = byHex.higherKey(first.getKey());
        return next != null && next.startsWith(hex) ? Optional.empty() : Optional.of(first.getValue());
    }

    /// The image of a name: with a digest, of any of its repository's with that digest, whatever the tag; else
    /// with the tag.
    Optional<ImageRecord> byName(Qualified name) {
        String key = name.digest()
                .map(digest -> at(name.repository(), digest))
                .orElseGet(() -> name.withDefaultTag().toString());
        return Optional.ofNullable(byName.get(key));
    }
}
