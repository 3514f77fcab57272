package dev.truename.names.yaml;

/// @param at index into the text
record YamlMistake(int at, String message) {}
