/// Pulls images: network, verification, store.
module dev.truename.pull {
    requires transitive dev.truename.names;
    requires static transitive org.jspecify;
    requires com.google.gson;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires static org.bouncycastle.pg;
    requires static org.bouncycastle.provider;

    exports dev.truename.pull.failure;
    exports dev.truename.pull.manifest;
    exports dev.truename.pull.transport;
    exports dev.truename.pull.credential;
    exports dev.truename.pull.distribution;
    exports dev.truename.pull.policy;
    exports dev.truename.pull.signature;
    exports dev.truename.pull.pull;
    exports dev.truename.pull.probe;
    exports dev.truename.pull.store;
}
