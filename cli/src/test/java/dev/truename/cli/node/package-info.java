@NullMarked
package dev.truename.cli.node;

import org.jspecify.annotations.NullMarked;
