package dev.truename.names.workload;

import org.jspecify.annotations.Nullable;

/// What a file says that variables are.
interface Lookup {
    /// Nobody gives a variable a value.
    Lookup NOTHING = variable -> null;

    /// @param text the value
    /// @param origin where exactly this stands in the file; null if nowhere
    record Value(String text, @Nullable Span origin) {}

    /// Null if the variable has no value here.
    @Nullable
    Value of(String variable);
}
