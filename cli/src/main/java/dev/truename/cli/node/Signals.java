package dev.truename.cli.node;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/// Signals that mean something else than the end. Java has them in an internal class alone, which is found at
/// run time; on a Java that has it no more, a hang-up does what it does to every program.
final class Signals {
    private Signals() {}

    /// @return whether `action` is now what a hang-up does
    static boolean onHangUp(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler run = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    action.run();
                }
                return null;
            };
            Object handling = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, run);
            Object hangUp = signal.getConstructor(String.class).newInstance("HUP");
            Object _ = signal.getMethod("handle", signal, handler).invoke(null, hangUp, handling);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
