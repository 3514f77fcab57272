package dev.truename.cri.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Qualified;
import io.grpc.StatusException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandedAuthTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # asked for   | sent                  | server it names            | what the runtime is given as the server
            r.io/a        | r.io/a                | ''                         | https://r.io
            r.io/a        | r.io/a                | r.io                       | https://r.io
            r.io/a        | r.io/a                | https://r.io/v2/           | https://r.io
            r.io/a        | r.io/a                | other.io                   | none
            r.io/a        | inside.io/a           | ''                         | none
            r.io/a        | inside.io/a           | inside.io                  | https://inside.io
            docker.io/a   | docker.io/library/a   | ''                         | https://registry-1.docker.io
            docker.io/a   | docker.io/library/a   | https://index.docker.io/v1/ | https://registry-1.docker.io
            a             | r.io/a                | ''                         | none
            a             | r.io/a                | r.io                       | https://r.io
            a             | docker.io/library/a   | ''                         | https://registry-1.docker.io
            a             | docker.io/library/a   | r.io                       | none
            localhost:5000/a | localhost:5000/a   | ''                         | https://localhost:5000
            localhost:5000/a | localhost:5000/a   | localhost                  | none
            """)
    void credentialsGoToTheHostThatTheyAreFor(String asked, String sent, String server, String given)
            throws StatusException {
        PullImageRequest.Builder request = PullImageRequest.newBuilder()
                .setAuth(AuthConfig.newBuilder().setUsername("me").setServerAddress(server));
        HandedAuth.bind(request, ImageReference.parse(asked), Qualified.parse(sent), RuntimeKind.CONTAINERD);
        assertEquals(given, request.hasAuth() ? request.getAuth().getServerAddress() : "none");
    }

    @ParameterizedTest
    @CsvSource({"CRIO", "OTHER"})
    void othersAreGivenThemAsTheyCame(RuntimeKind kind) throws StatusException {
        AuthConfig auth = AuthConfig.newBuilder().setUsername("me").build();
        PullImageRequest.Builder request = PullImageRequest.newBuilder().setAuth(auth);
        HandedAuth.bind(request, ImageReference.parse("r.io/a"), Qualified.parse("r.io/a"), kind);
        assertEquals(auth, request.getAuth());
    }
}
