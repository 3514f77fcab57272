@NullMarked
package dev.truename.cri.name;

import org.jspecify.annotations.NullMarked;
