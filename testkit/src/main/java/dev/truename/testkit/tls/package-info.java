/// Certificates for loopback, made by the JDK's own keytool. Depends on the JDK alone.
@NullMarked
package dev.truename.testkit.tls;

import org.jspecify.annotations.NullMarked;
