package dev.truename.cli.demo;

import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.TestImage;

/// The registries of the demo, each with an image of the name `hello`: the true one, the same on a mirror, and what a
/// squatter put under the same name.
final class DemoRegistries implements AutoCloseable {
    static final String REPOSITORY = "hello";

    final TestRegistry trusted = TestRegistry.start();
    final TestRegistry mirror = TestRegistry.start();
    final TestRegistry squatter = TestRegistry.start();
    final ClosedPort nobody = ClosedPort.reserve();
    final String trueDigest;
    final String squattedDigest;

    DemoRegistries() {
        TestImage image = TestImage.of("what you meant");
        trueDigest = trusted.push(REPOSITORY, "latest", image);
        mirror.push(REPOSITORY, "latest", image);
        squattedDigest = squatter.push(REPOSITORY, "latest", TestImage.of("what you got"));
    }

    @Override
    public void close() {
        trusted.close();
        mirror.close();
        squatter.close();
        nobody.close();
    }
}
