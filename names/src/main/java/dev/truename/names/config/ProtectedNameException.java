package dev.truename.names.config;

import dev.truename.names.reference.Repository;

/// An alias is to be written that would not count, for a layer above protects its name.
public final class ProtectedNameException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ProtectedName protection;

    ProtectedNameException(ProtectedName protection) {
        super("\"" + protection.definition().key() + "\" is protected: it means "
                + protection.definition().target().map(Repository::toString).orElse("nothing") + " ("
                + protection.definition().origin() + "), as " + protection.policy() + " says");
        this.protection = protection;
    }

    /// What protects the name.
    public ProtectedName protection() {
        return protection;
    }
}
