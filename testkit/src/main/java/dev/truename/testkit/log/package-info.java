/// What was asked of a server: one record a request, in the order of arrival. Depends on `distribution` and `http`.
@NullMarked
package dev.truename.testkit.log;

import org.jspecify.annotations.NullMarked;
