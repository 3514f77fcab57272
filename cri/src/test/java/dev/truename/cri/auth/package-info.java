@NullMarked
package dev.truename.cri.auth;

import org.jspecify.annotations.NullMarked;
