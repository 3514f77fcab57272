package dev.truename.names.known;

import static dev.truename.names.known.Registration.ACCOUNT;
import static dev.truename.names.known.Registration.CLOSED;
import static dev.truename.names.known.Registration.OPEN;

import java.util.List;
import java.util.Map;

/// What is known, as of 2026-08. Sources: each registry's documentation of who may push. What is doubtful counts as
/// the more open.
final class RegistryTable {
    static final List<KnownRegistry> ALL = List.of(
            open("docker.io", 1, "Docker Hub", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"),
            open("quay.io", 2, "Quay, by Red Hat"),
            open("ghcr.io", 2, "GitHub"),
            open("registry.gitlab.com", 2, "GitLab"),
            open("registry.jihulab.com", 2, "GitLab in China"),
            open("public.ecr.aws", 2, "Amazon ECR Public"),
            open("codeberg.org", 2, "Codeberg"),
            open("gitea.com", 2, "Gitea"),
            open("registry.opensuse.org", 2, "openSUSE's build service, home projects included"),
            open("docker.cloudsmith.io", 3, "Cloudsmith"),
            open("xpkg.upbound.io", 2, "Upbound"),
            open("ttl.sh", 1, "ttl.sh, where anybody pushes without an account"),
            open("registry.*.aliyuncs.com", 2, "Alibaba Cloud"),
            open("ccr.ccs.tencentyun.com", 2, "Tencent Cloud"),
            open("swr.*.myhuaweicloud.com", 2, "Huawei Cloud"),
            closed("registry.redhat.io", "Red Hat"),
            closed("registry.access.redhat.com", "Red Hat"),
            closed("registry.connect.redhat.com", "Red Hat's partners"),
            closed("registry.stage.redhat.io", "Red Hat, staging"),
            closed("registry.ci.openshift.org", "OpenShift's builds"),
            closed("registry.fedoraproject.org", "Fedora"),
            closed("registry.centos.org", "CentOS"),
            closed("registry.suse.com", "SUSE"),
            closed("dp.apps.rancher.io", "SUSE"),
            closed("registry.k8s.io", "Kubernetes"),
            closed("k8s.gcr.io", "Kubernetes, until 2023"),
            closed("mcr.microsoft.com", "Microsoft"),
            closed("container-registry.oracle.com", "Oracle"),
            closed("docker.elastic.co", "Elastic"),
            closed("cgr.dev", "Chainguard"),
            closed("dhi.io", "Docker's hardened images"),
            closed("lscr.io", "LinuxServer.io"),
            closed("projects.registry.vmware.com", "VMware"),
            closed("projects.packages.broadcom.com", "VMware by Broadcom"),
            closed("cp.icr.io", "IBM"),
            closed("cp.stg.icr.io", "IBM, staging"),
            closed("hclcr.io", "HCL"),
            closed("docker.stackable.tech", "Stackable"),
            account("icr.io", 2, "IBM Cloud"),
            account("*.icr.io", 2, "IBM Cloud"),
            account("nvcr.io", 2, "NVIDIA"),
            account("gcr.io", 2, "Google Cloud"),
            account("us.gcr.io", 2, "Google Cloud"),
            account("eu.gcr.io", 2, "Google Cloud"),
            account("asia.gcr.io", 2, "Google Cloud"),
            account("*.pkg.dev", 3, "Google Cloud"),
            account("*.azurecr.io", 1, "Azure"),
            account("*.azurecr.cn", 1, "Azure in China"),
            account("*.azurecr.us", 1, "Azure for governments"),
            account("*.dkr.ecr.*.amazonaws.com", 1, "Amazon"),
            account("*.dkr.ecr.*.amazonaws.com.cn", 1, "Amazon in China"),
            account("*.cr.aliyuncs.com", 1, "Alibaba Cloud"),
            account("*.*.cr.aliyuncs.com", 1, "Alibaba Cloud"),
            account("*.tencentcloudcr.com", 1, "Tencent Cloud"),
            account("*.ocir.io", 2, "Oracle Cloud"),
            account("ocir.*.oci.oraclecloud.com", 2, "Oracle Cloud"),
            account("registry.digitalocean.com", 2, "DigitalOcean"),
            account("*.vultrcr.com", 2, "Vultr"),
            account("rg.*.scw.cloud", 2, "Scaleway"),
            account("cr.yandex", 2, "Yandex Cloud"),
            account("registry.fly.io", 1, "Fly.io"),
            account("registry.heroku.com", 2, "Heroku"),
            account("*.jfrog.io", 1, "JFrog"));

    /// Pages about images, by host, and the registry that is meant.
    static final Map<String, String> WEB_SITES = Map.ofEntries(
            Map.entry("hub.docker.com", "docker.io"),
            Map.entry("docker.com", "docker.io"),
            Map.entry("www.docker.com", "docker.io"),
            Map.entry("store.docker.com", "docker.io"),
            Map.entry("github.com", "ghcr.io"),
            Map.entry("www.github.com", "ghcr.io"),
            Map.entry("gitlab.com", "registry.gitlab.com"),
            Map.entry("gallery.ecr.aws", "public.ecr.aws"),
            Map.entry("catalog.redhat.com", "registry.redhat.io"),
            Map.entry("access.redhat.com", "registry.access.redhat.com"),
            Map.entry("connect.redhat.com", "registry.connect.redhat.com"),
            Map.entry("redhat.com", "registry.redhat.io"),
            Map.entry("catalog.ngc.nvidia.com", "nvcr.io"),
            Map.entry("ngc.nvidia.com", "nvcr.io"),
            Map.entry("console.cloud.google.com", "gcr.io"));

    private RegistryTable() {}

    private static KnownRegistry open(String host, int components, String owner, String... aliases) {
        return new KnownRegistry(host, List.of(aliases), OPEN, components, owner);
    }

    private static KnownRegistry closed(String host, String owner) {
        return new KnownRegistry(host, List.of(), CLOSED, 1, owner);
    }

    private static KnownRegistry account(String host, int components, String owner) {
        return new KnownRegistry(host, List.of(), ACCOUNT, components, owner);
    }
}
