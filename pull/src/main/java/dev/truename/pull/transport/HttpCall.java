package dev.truename.pull.transport;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One request, before it is known over which connections it goes.
///
/// @param method GET, HEAD or POST
/// @param url https, also where plain HTTP would do: `insecure` says so
/// @param fields further header fields, in order
/// @param authorization the value of `Authorization`, which goes to this URL's endpoint and to no other
/// @param form the body of a POST, `application/x-www-form-urlencoded`
/// @param insecure whether this host's certificate may go unverified and, where it has no TLS, plain HTTP be used
/// @param outsideOnly whether addresses that are internal to a machine or network are refused
public record HttpCall(
        String method,
        Url url,
        List<Field> fields,
        Optional<String> authorization,
        Optional<String> form,
        Redirects redirects,
        boolean insecure,
        boolean outsideOnly) {

    /// One header field.
    public record Field(String name, String value) {
        public Field {
            requireNonNull(name);
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a header field is one line: " + name);
            }
        }
    }

    public HttpCall {
        requireNonNull(method);
        requireNonNull(url);
        fields = List.copyOf(fields);
        requireNonNull(authorization);
        requireNonNull(form);
        requireNonNull(redirects);
    }

    /// A GET that follows redirects.
    public static HttpCall get(Url url) {
        return of("GET", url, Optional.empty(), Redirects.SAFE);
    }

    /// A HEAD that follows redirects.
    public static HttpCall head(Url url) {
        return of("HEAD", url, Optional.empty(), Redirects.SAFE);
    }

    /// A POST of a form, sent once and never redirected.
    public static HttpCall post(Url url, String form) {
        return of("POST", url, Optional.of(form), Redirects.NONE);
    }

    private static HttpCall of(String method, Url url, Optional<String> form, Redirects redirects) {
        return new HttpCall(method, url, List.of(), Optional.empty(), form, redirects, false, false);
    }

    public HttpCall with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new HttpCall(method, url, more, authorization, form, redirects, insecure, outsideOnly);
    }

    public HttpCall authorized(Optional<String> value) {
        return new HttpCall(method, url, fields, value, form, redirects, insecure, outsideOnly);
    }

    public HttpCall insecure(boolean value) {
        return new HttpCall(method, url, fields, authorization, form, redirects, value, outsideOnly);
    }

    public HttpCall outsideOnly(boolean value) {
        return new HttpCall(method, url, fields, authorization, form, redirects, insecure, value);
    }

    public HttpCall following(Redirects value) {
        return new HttpCall(method, url, fields, authorization, form, value, insecure, outsideOnly);
    }

    HttpCall to(Url value) {
        return new HttpCall(method, value, fields, authorization, form, redirects, insecure, outsideOnly);
    }

    /// Whether it may be sent twice (RFC 9110, 9.2.2).
    boolean idempotent() {
        return !method.equals("POST");
    }

    /// Names no secret.
    @Override
    public String toString() {
        return method + " " + url;
    }
}
