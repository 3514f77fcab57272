package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.reference.Repository;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is known of the repositories whose paths start with one component, `openshift4/`.
///
/// @param name the component; [#ROOT] for repositories that have no other
/// @param product whose images these are
/// @param profiles those that have its images, beside [Catalogue#OFFICIAL], which has all
public record Namespace(String name, String product, Lifecycle lifecycle, SortedSet<String> profiles, Origin origin) {
    /// The name of the namespace of `ubi9`.
    public static final String ROOT = "/";

    public Namespace {
        requireNonNull(name);
        requireNonNull(product);
        requireNonNull(lifecycle);
        profiles = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<String>) profiles));
        requireNonNull(origin);
    }

    /// The name of the namespace that a repository is in.
    public static String of(Repository repository) {
        return of(repository.path());
    }

    /// The name of the namespace that a path is in.
    public static String of(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? ROOT : path.substring(0, slash);
    }
}
