package dev.truename.rollout.cluster;

/// A kind of object that names images, and where its pods are described.
///
/// In the order of reading: first those that stand between a workload and its pods.
enum WorkloadKind {
    REPLICA_SET("ReplicaSet", "apis/apps/v1", "replicasets", "/spec/template/spec", true),
    JOB("Job", "apis/batch/v1", "jobs", "/spec/template/spec", true),
    REPLICATION_CONTROLLER("ReplicationController", "api/v1", "replicationcontrollers", "/spec/template/spec", true),
    DEPLOYMENT("Deployment", "apis/apps/v1", "deployments", "/spec/template/spec", true),
    STATEFUL_SET("StatefulSet", "apis/apps/v1", "statefulsets", "/spec/template/spec", true),
    DAEMON_SET("DaemonSet", "apis/apps/v1", "daemonsets", "/spec/template/spec", true),
    CRON_JOB("CronJob", "apis/batch/v1", "cronjobs", "/spec/jobTemplate/spec/template/spec", true),
    POD_TEMPLATE("PodTemplate", "api/v1", "podtemplates", "/template/spec", true),
    DEPLOYMENT_CONFIG(
            "DeploymentConfig", "apis/apps.openshift.io/v1", "deploymentconfigs", "/spec/template/spec", false),
    BUILD_CONFIG("BuildConfig", "apis/build.openshift.io/v1", "buildconfigs", "", false),
    IMAGE_STREAM("ImageStream", "apis/image.openshift.io/v1", "imagestreams", "", false),
    POD("Pod", "api/v1", "pods", "/spec", true);

    private final String word;
    private final String api;
    private final String plural;
    private final String podSpec;
    private final boolean everywhere;

    WorkloadKind(String word, String api, String plural, String podSpec, boolean everywhere) {
        this.word = word;
        this.api = api;
        this.plural = plural;
        this.podSpec = podSpec;
        this.everywhere = everywhere;
    }

    /// As manifests name it.
    String word() {
        return word;
    }

    /// As paths, and rights, name it.
    String plural() {
        return plural;
    }

    /// Where a pod's description is (RFC 6901); of no meaning where the kind has other ways to name images.
    String podSpec() {
        return podSpec;
    }

    /// Whether every cluster has it; the others are OpenShift's.
    boolean everywhere() {
        return everywhere;
    }

    /// The group that rights are given in; empty for the core.
    String group() {
        return api.equals("api/v1") ? "" : api.substring("apis/".length(), api.lastIndexOf('/'));
    }

    /// The path of its list.
    ///
    /// @param namespace as Kubernetes allows them, or empty for all
    String path(String namespace) {
        return api + (namespace.isEmpty() ? "/" : "/namespaces/" + namespace + "/") + plural;
    }
}
