package dev.truename.pull.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedIdentityTest {
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    private static SignedIdentity identity(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "exact" -> new SignedIdentity.Exact();
            case "digestOrExact" -> new SignedIdentity.RepoDigestOrExact();
            case "repository" -> new SignedIdentity.SameRepository();
            case "reference" ->
                new SignedIdentity.ExactReference(SignedIdentity.parsed(words[1].replace("DIGEST", DIGEST))
                        .orElseThrow());
            case "repositoryOf" -> new SignedIdentity.ExactRepository(Repository.parse(words[1]));
            default -> new SignedIdentity.Remapped(words[1], words[2]);
        };
    }

    @ParameterizedTest(name = "{0}: {2} for {1}: {3}")
    @CsvSource({
        "exact, a.io/b:1, a.io/b:1, true",
        "exact, a.io/b:1, a.io/b:2, false",
        "exact, a.io/b:1, a.io/b, false",
        "exact, a.io/b:1, a.io/c:1, false",
        "exact, a.io/b:1, A.io/b:1, false",
        "exact, a.io/b:1, a.io/b:1DIGEST, false",
        "exact, a.io/bDIGEST, a.io/b:1, false",
        "exact, a.io/bDIGEST, a.io/bDIGEST, true",
        "exact, docker.io/library/b:1, b:1, true",
        "exact, docker.io/library/b:1, index.docker.io/b:1, true",
        "digestOrExact, a.io/b:1, a.io/b:1, true",
        "digestOrExact, a.io/b:1, a.io/b:2, false",
        "digestOrExact, a.io/b:1, a.io/bDIGEST, false",
        "digestOrExact, a.io/bDIGEST, a.io/b:2, true",
        "digestOrExact, a.io/bDIGEST, a.io/b, false",
        "digestOrExact, a.io/bDIGEST, a.io/c:2, false",
        "repository, a.io/b:1, a.io/b:2, true",
        "repository, a.io/b:1, a.io/b, true",
        "repository, a.io/b:1, a.io/b/c:1, false",
        "reference a.io/x:1, a.io/b:1, a.io/x:1, true",
        "reference a.io/x:1, a.io/b:1, a.io/x:2, false",
        "reference a.io/x:1, a.io/b:1, a.io/b:1, false",
        "reference a.io/xDIGEST, a.io/b:1, a.io/xDIGEST, true",
        "repositoryOf a.io/x, a.io/b:1, a.io/x:7, true",
        "repositoryOf a.io/x, a.io/b:1, a.io/b:1, false",
        "remap a.io b.io/x, a.io/b:1, b.io/x/b:1, true",
        "remap a.io b.io/x, a.io/b:1, a.io/b:1, false",
        "remap a.io b.io/x, a.io/bDIGEST, b.io/x/b:7, true",
        "remap a.io b.io/x, c.io/b:1, c.io/b:1, true",
        "remap a.io b.io/x, a.ion/b:1, a.ion/b:1, true",
        "remap a.io/b c.io/d, a.io/b:1, c.io/d:1, true",
        "remap a.io/b c.io/d, a.io/bb:1, c.io/db:1, false",
        "remap a.io docker.io, a.io/b:1, docker.io/library/b:1, false",
        "remap a.io short, a.io/b:1, short/b:1, false",
        "exact, a.io/b:1, '', false",
        "repository, a.io/b:1, //, false",
    })
    void aNameIsTakenByItsRule(String identity, String image, String signed, boolean taken) {
        assertEquals(
                taken,
                identity(identity)
                        .accepts(Qualified.parse(image.replace("DIGEST", DIGEST)), signed.replace("DIGEST", DIGEST)));
    }

    /// What a tag-named image's signature says is taken only if it is that name to the letter, by the strictest
    /// rules.
    @Property
    void nothingElseIsTakenExactly(@ForAll @CharRange(from = ' ', to = '~') String signed) {
        Qualified image = Qualified.parse("a.io/b:1");
        boolean same = signed.equals("a.io/b:1");
        assertEquals(same, new SignedIdentity.Exact().accepts(image, signed));
        assertEquals(same, new SignedIdentity.RepoDigestOrExact().accepts(image, signed));
        assertFalse(new SignedIdentity.Exact().accepts(image, "a.io/b:1" + signed + "x"));
    }
}
