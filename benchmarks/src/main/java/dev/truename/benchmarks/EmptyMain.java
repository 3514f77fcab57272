package dev.truename.benchmarks;

/// Does nothing: what a Java process costs before it does anything.
public final class EmptyMain {
    private EmptyMain() {}

    public static void main(String[] args) {}
}
