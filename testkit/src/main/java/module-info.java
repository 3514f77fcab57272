/// An in-process registry with access control, fault injection and a request log, and the content to fill it with.
/// Depends on the JDK and a JSON writer alone, so anything may be tested with it.
module dev.truename.testkit {
    requires com.google.gson;
    requires static transitive org.jspecify;

    exports dev.truename.testkit;
    exports dev.truename.testkit.access;
    exports dev.truename.testkit.content;
    exports dev.truename.testkit.distribution;
    exports dev.truename.testkit.fault;
    exports dev.truename.testkit.http;
    exports dev.truename.testkit.log;
    exports dev.truename.testkit.tls;
}
