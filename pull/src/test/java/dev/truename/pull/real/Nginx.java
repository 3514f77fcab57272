package dev.truename.pull.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// nginx with TLS in front of a registry.
public final class Nginx implements AutoCloseable {
    private final ServerProcess server;

    private Nginx(ServerProcess server) {
        this.server = server;
    }

    /// @param folder an empty one
    /// @param certificate a PEM file
    /// @param key a PEM file
    /// @param behind the registry's `HOST:PORT`
    /// @param more further lines of the `server` block, such as `ssl_verify_client on;`
    public static Nginx start(Path folder, Path certificate, Path key, String behind, String more) {
        return new Nginx(ServerProcess.start(
                port -> List.of(
                        "nginx",
                        "-e",
                        "stderr",
                        "-p",
                        folder.toAbsolutePath().toString(),
                        "-c",
                        configuration(folder, port, certificate, key, behind, more)),
                folder.resolve("nginx.log")));
    }

    private static String configuration(Path folder, int port, Path certificate, Path key, String behind, String more) {
        String text = """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  server {
                    listen 127.0.0.1:%2$d ssl;
                    ssl_certificate %3$s;
                    ssl_certificate_key %4$s;
                    client_max_body_size 0;
                    %6$s
                    location / {
                      proxy_pass http://%5$s;
                      proxy_set_header Host $http_host;
                      proxy_set_header X-Forwarded-Proto https;
                    }
                  }
                }
                """.formatted(
                folder.toAbsolutePath(), port, certificate.toAbsolutePath(), key.toAbsolutePath(), behind, more);
        try {
            return Files.writeString(folder.resolve("nginx.conf"), text)
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `localhost:PORT`
    public String host() {
        return "localhost:" + server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
