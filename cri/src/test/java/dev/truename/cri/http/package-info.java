@NullMarked
package dev.truename.cri.http;

import org.jspecify.annotations.NullMarked;
