/// How near words are to each other: for typing errors, and for names that live on them. Depends on nothing.
@NullMarked
package dev.truename.names.spelling;

import org.jspecify.annotations.NullMarked;
