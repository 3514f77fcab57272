package dev.truename.testkit.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Header fields in the order in which they stood, repeated ones included. Names compare without case.
public record Headers(List<Field> fields) {
    public static final Headers NONE = new Headers(List.of());

    /// One header line. The value is not checked: a registry under test may send anything.
    public record Field(String name, String value) {
        public Field {
            requireNonNull(name);
            requireNonNull(value);
        }
    }

    public Headers {
        fields = List.copyOf(fields);
    }

    public static Headers of(String name, String value) {
        return NONE.with(name, value);
    }

    public Optional<String> first(String name) {
        return named(name).map(Field::value).findFirst();
    }

    public List<String> all(String name) {
        return named(name).map(Field::value).toList();
    }

    public boolean contains(String name) {
        return named(name).findAny().isPresent();
    }

    /// One more line, after those that are there.
    public Headers with(String name, String value) {
        return new Headers(Stream.concat(fields.stream(), Stream.of(new Field(name, value)))
                .toList());
    }

    public Headers without(String name) {
        Predicate<Field> same = field -> field.name().equalsIgnoreCase(name);
        return new Headers(fields.stream().filter(same.negate()).toList());
    }

    /// The one line of this name, in place of any that are there.
    public Headers replacing(String name, String value) {
        return without(name).with(name, value);
    }

    private Stream<Field> named(String name) {
        return fields.stream().filter(field -> field.name().equalsIgnoreCase(name));
    }
}
