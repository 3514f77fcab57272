/// A small HTTP/1.1 server over loopback sockets, and the messages that it reads and writes.
///
/// It exists because faults need the socket: a reply says not only what is sent, but how the sending goes wrong. Every
/// thread is virtual and ended by close. Depends on the JDK alone.
@NullMarked
package dev.truename.testkit.http;

import org.jspecify.annotations.NullMarked;
