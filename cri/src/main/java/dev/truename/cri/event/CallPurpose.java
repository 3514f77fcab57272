package dev.truename.cri.event;

/// What a name was asked for.
public enum CallPurpose {
    LIST,
    STATUS,
    PULL,
    REMOVE
}
