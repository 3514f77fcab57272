package dev.truename.cli.io;

/// Shutdown hooks that may come and go while the process is ending already.
final class ShutdownHooks {
    private ShutdownHooks() {}

    static void add(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: its other hooks interrupt the caller soon.
        }
    }

    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook has run, or runs now.
        }
    }
}
