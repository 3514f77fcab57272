package dev.truename.names.lint;

import java.util.List;

/// Everything that is looked for, in the order of documents.
final class Checks {
    static final List<Check> ALL = List.of(
            new ThirdPartyHost(),
            new DockerOfficialName(),
            new UnlikeOfficialTable(),
            new ForeignNamespace(),
            new EndOfLife(),
            new WebAddress(),
            new LookalikeHost(),
            new OtherSpelling(),
            new PunycodeHost(),
            new StagingHost(),
            new AliasPort(),
            new IpAddress(),
            new PrivateDomain(),
            new AccountRegistry(),
            new AccountNamespace(),
            new RepositoryManager(),
            new NamespaceAsRepository(),
            new NoOfficialImage(),
            new RepeatedComponent(),
            new PathUnlikeKey(),
            new HexNamespace(),
            new NearMiss(),
            new ShadowedAlias(),
            new RepeatedAlias(),
            new ErasedAlias(),
            new ErasedToSearch(),
            new BlockedAlias(),
            new OpenRegistryFirst(),
            new PermissiveSearch(),
            new BlockedSearch(),
            new ReplacedSearch(),
            new Unblocked(),
            new ReplacedRegistry(),
            new Contradiction(),
            new IncompleteBlock(),
            new HoleInBlock(),
            new BlockedSource(),
            new PortQuirk(),
            new DockerPrefix(),
            new MirrorCannotServe(),
            new MirrorByTag(),
            new OpenMirrorByTag(),
            new UselessMirror(),
            new InsecureKnownRegistry(),
            new Insecure(),
            new OldSyntax());

    private Checks() {}
}
