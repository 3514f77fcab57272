package dev.truename.names.known;

import java.util.List;
import java.util.Optional;

/// The vendors whose names are worth imitating: base images and what clusters are made of.
public final class Vendors {
    private static final String PARTNERS = "registry.connect.redhat.com";
    private static final String OFFICIAL = "docker.io/library";

    /// In the order in which a name is compared with them.
    public static final List<Vendor> ALL = List.of(
            new Vendor(
                    "Red Hat",
                    List.of("redhat", "openshift", "rh-"),
                    List.of("ubi", "rhel", "rhscl", "rhosp", "rhcos", "rhceph", "rhacm"),
                    List.of(
                            "registry.redhat.io",
                            "registry.access.redhat.com",
                            "registry.ci.openshift.org",
                            "quay.io/openshift",
                            "quay.io/openshift-release-dev",
                            "quay.io/redhat-user-workloads",
                            "quay.io/redhat-appstudio")),
            new Vendor("Docker", List.of("library/"), List.of(), List.of(OFFICIAL)),
            new Vendor(
                    "Fedora",
                    List.of(),
                    List.of("fedora"),
                    List.of("registry.fedoraproject.org", "quay.io/fedora", OFFICIAL)),
            new Vendor(
                    "CentOS",
                    List.of(),
                    List.of("centos"),
                    List.of("quay.io/centos", "quay.io/centos7", "registry.centos.org", "docker.io/centos", OFFICIAL)),
            new Vendor(
                    "SUSE",
                    List.of("opensuse"),
                    List.of("suse", "bci", "sles"),
                    List.of("registry.suse.com", "registry.opensuse.org", "docker.io/opensuse", OFFICIAL)),
            new Vendor(
                    "Oracle",
                    List.of(),
                    List.of("oracle", "oraclelinux"),
                    List.of("container-registry.oracle.com", "docker.io/oracle", "ghcr.io/oracle", PARTNERS, OFFICIAL)),
            new Vendor(
                    "Microsoft",
                    List.of(),
                    List.of("microsoft", "mssql", "dotnet"),
                    List.of("mcr.microsoft.com", "docker.io/microsoft", PARTNERS)),
            new Vendor(
                    "Amazon",
                    List.of(),
                    List.of("amazon", "amazonlinux"),
                    List.of("public.ecr.aws/amazonlinux", "public.ecr.aws/aws", "docker.io/amazon", OFFICIAL)),
            new Vendor(
                    "NVIDIA",
                    List.of(),
                    List.of("nvidia"),
                    List.of("nvcr.io/nvidia", "docker.io/nvidia", PARTNERS, "registry.redhat.io")),
            new Vendor(
                    "Kubernetes",
                    List.of(),
                    List.of("kubernetes", "kube-apiserver", "kube-proxy", "kube-scheduler", "kube-controller-manager"),
                    List.of("registry.k8s.io", "k8s.gcr.io", "docker.io/kubernetes")));

    private Vendors() {}

    /// The vendor that a short name's path looks like, if any.
    public static Optional<Vendor> suggestedBy(String path) {
        return ALL.stream().filter(vendor -> vendor.looksLike(path)).findFirst();
    }
}
