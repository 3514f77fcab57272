package dev.truename.rollout.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.truename.names.reference.Printable;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Place;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers image uses from objects, one after the other. What a pod names is said of the workload that it belongs to,
/// so that ten thousand pods of one deployment are one use; what a webhook put into the pods alone is a use too.
final class Gathering {
    /// Longer than any chain of owners.
    private static final int MAX_OWNERS = 5;
    /// What has a history: the images of what it no longer runs are no uses.
    private static final Set<String> WITH_HISTORY = Set.of("Deployment", "CronJob", "DeploymentConfig");

    private final Set<ImageUse> uses = new LinkedHashSet<>();
    private final Set<RunningImage> running = new LinkedHashSet<>();
    private final Map<Owned, Owner> owners = new HashMap<>();
    private int objects;

    private record Owner(String kind, String name) {}

    private record Owned(String namespace, Owner owner) {}

    int objects() {
        return objects;
    }

    int size() {
        return uses.size() + running.size() + owners.size();
    }

    List<ImageUse> uses() {
        return List.copyOf(uses);
    }

    List<RunningImage> running() {
        return List.copyOf(running);
    }

    void add(WorkloadKind kind, JsonNode object) {
        objects++;
        String namespace = object.path("metadata").path("namespace").asText("");
        Owner itself =
                new Owner(kind.word(), object.path("metadata").path("name").asText(""));
        Optional<Owner> owner = owner(object);
        owner.ifPresent(above -> owners.put(new Owned(namespace, itself), above));
        if (owner.isPresent() && kind != WorkloadKind.POD && isHistory(owner.get(), object)) {
            return;
        }
        Owner workload = kind == WorkloadKind.POD ? top(namespace, itself) : itself;
        Uses found = new Uses(namespace, workload);
        switch (kind) {
            case BUILD_CONFIG -> found.addBuild(object.path("spec"));
            case IMAGE_STREAM -> found.addTags(object.path("spec").path("tags"));
            case POD -> {
                found.addPod(object.at(kind.podSpec()));
                addRunning(object);
                owners.remove(new Owned(namespace, itself));
            }
            case REPLICA_SET,
                    JOB,
                    REPLICATION_CONTROLLER,
                    DEPLOYMENT,
                    STATEFUL_SET,
                    DAEMON_SET,
                    CRON_JOB,
                    POD_TEMPLATE,
                    DEPLOYMENT_CONFIG -> found.addPod(object.at(kind.podSpec()));
        }
    }

    /// What controls it (Kubernetes API, `OwnerReference.controller`). A node controls the pods that it was started
    /// with; that says nothing.
    private static Optional<Owner> owner(JsonNode object) {
        for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
            String kind = reference.path("kind").asText("");
            if (reference.path("controller").asBoolean(false) && !kind.equals("Node")) {
                return Optional.of(new Owner(kind, reference.path("name").asText("")));
            }
        }
        return Optional.empty();
    }

    private static boolean isHistory(Owner owner, JsonNode object) {
        return WITH_HISTORY.contains(owner.kind())
                || object.path("spec").path("replicas").asInt(1) == 0;
    }

    private Owner top(String namespace, Owner owned) {
        Owner top = owned;
        for (int i = 0; i < MAX_OWNERS; i++) {
            @Nullable Owner above = owners.get(new Owned(namespace, top));
            if (above == null) {
                return top;
            }
            top = above;
        }
        return top;
    }

    private void addRunning(JsonNode pod) {
        Map<String, String> images = new HashMap<>();
        for (ContainerList list : ContainerList.values()) {
            for (JsonNode container : pod.path("spec").path(list.field())) {
                images.put(
                        container.path("name").asText(""),
                        container.path("image").asText(""));
            }
            for (JsonNode status : pod.path("status").path(list.statusField())) {
                String image = images.getOrDefault(status.path("name").asText(""), "");
                String id = withoutScheme(status.path("imageID").asText(""));
                if (!image.isBlank() && !id.isBlank()) {
                    running.add(new RunningImage(image, id));
                }
            }
        }
    }

    /// Older runtimes write `docker-pullable://` in front.
    private static String withoutScheme(String id) {
        int scheme = id.indexOf("://");
        return scheme < 0 ? id : id.substring(scheme + 3);
    }

    /// The places of a pod's description that name containers.
    private enum ContainerList {
        INIT("initContainers", "initContainerStatuses", "init container"),
        MAIN("containers", "containerStatuses", "container"),
        EPHEMERAL("ephemeralContainers", "ephemeralContainerStatuses", "ephemeral container");

        private final String field;
        private final String statusField;
        private final String word;

        ContainerList(String field, String statusField, String word) {
            this.field = field;
            this.statusField = statusField;
            this.word = word;
        }

        String field() {
            return field;
        }

        String statusField() {
            return statusField;
        }

        String word() {
            return word;
        }
    }

    /// The uses of one workload.
    private final class Uses {
        private final Place place;
        private final String holder;

        Uses(String namespace, Owner workload) {
            this.place = Place.withoutLines(
                    Printable.text("cluster " + namespace + "/" + workload.kind() + "/" + workload.name()));
            this.holder = workload.kind() + " " + workload.name();
        }

        void addPod(JsonNode spec) {
            for (ContainerList list : ContainerList.values()) {
                for (JsonNode container : spec.path(list.field())) {
                    add(
                            container.path("image"),
                            list.word() + " " + container.path("name").asText(""));
                }
            }
            for (JsonNode volume : spec.path("volumes")) {
                add(
                        volume.path("image").path("reference"),
                        "volume " + volume.path("name").asText(""));
            }
        }

        void addBuild(JsonNode spec) {
            for (String strategy : List.of("sourceStrategy", "dockerStrategy", "customStrategy")) {
                addDockerImage(spec.path("strategy").path(strategy).path("from"), "builder");
            }
            for (JsonNode source : spec.path("source").path("images")) {
                addDockerImage(source.path("from"), "source");
            }
        }

        void addTags(JsonNode tags) {
            for (JsonNode tag : tags) {
                addDockerImage(tag.path("from"), "tag " + tag.path("name").asText(""));
            }
        }

        /// A reference to an object may mean an image of a registry (OpenShift API, `ObjectReference`).
        private void addDockerImage(JsonNode reference, String part) {
            if (reference.path("kind").asText("").equals("DockerImage")) {
                add(reference.path("name"), part);
            }
        }

        /// Some controllers fill in the image later; until then the field is empty or blank.
        private void add(JsonNode image, String part) {
            String text = image.asText("").strip();
            if (!text.isEmpty()) {
                uses.add(new ImageUse(text, place, Printable.text(holder + ", " + part)));
            }
        }
    }
}
