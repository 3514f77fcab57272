/// Decides what an image name means: references, configuration, short names, pull sources. Touches no network.
module dev.truename.names {
    requires static transitive org.jspecify;
    requires org.snakeyaml.engine;

    exports dev.truename.names.reference;
    exports dev.truename.names.config;
    exports dev.truename.names.shortname;
    exports dev.truename.names.pullsource;
    exports dev.truename.names.probe;
    exports dev.truename.names.lookaside;
    exports dev.truename.names.reload;
    exports dev.truename.names.known;
    exports dev.truename.names.catalog;
    exports dev.truename.names.lint;
    exports dev.truename.names.workload;
    exports dev.truename.names.audit;
}
