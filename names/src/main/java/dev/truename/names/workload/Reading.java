package dev.truename.names.workload;

import java.util.List;

/// What was found in a file, or in many.
///
/// @param uses by file in the order of reading, in a file by place; each place once
/// @param problems what could not be read; the rest was
/// @param files how many files were read
public record Reading(List<ImageUse> uses, List<Problem> problems, int files) {
    public Reading {
        uses = List.copyOf(uses);
        problems = List.copyOf(problems);
    }
}
