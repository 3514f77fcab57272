package dev.truename.names.shortname;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.ShortName;
import dev.truename.names.spelling.NearWords;
import dev.truename.names.spelling.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The aliases that somebody may have meant whose short name has none: whoever squats on misspelt names waits for
/// these. To be asked where [ShortNameResolver] finds no alias, and nowhere else: a hit pays nothing.
///
/// One for each snapshot; any number of threads may ask it at once, and none waits. The first few questions look at
/// every alias; a process that goes on asking gets an index, built once, which then answers in less than a millionth
/// of a second for some hundred bytes an alias.
public final class NearMisses {
    /// Of shorter names nearly all are near each other.
    private static final int SHORTEST = 4;

    /// So many questions cost less than the index.
    private static final int WITHOUT_INDEX = 16;

    /// What somebody writes who is used to Docker Hub.
    private static final String LIBRARY = "library/";

    private final RegistriesConfiguration configuration;
    private final AtomicInteger questions = new AtomicInteger();
    private volatile @Nullable NearWords index;

    public NearMisses(RegistriesConfiguration configuration) {
        this.configuration = requireNonNull(configuration);
    }

    /// The aliases of other names that are one [step][Spelling#isNear(String,String)] away from this one, or are this
    /// one without `library/` in front; by name, at most [NearWords#MOST]. Erased ones are none.
    public List<AliasDefinition> of(ShortName name) {
        String path = name.path();
        if (path.length() < SHORTEST) {
            return List.of();
        }
        TreeMap<String, AliasDefinition> found = new TreeMap<>();
        @Nullable NearWords words = words();
        for (String key : words == null ? configuration.aliases().keySet() : words.near(path)) {
            if (words != null || Spelling.isNear(path, key)) {
                add(key, found);
            }
        }
        if (path.startsWith(LIBRARY)) {
            add(path.substring(LIBRARY.length()), found);
        }
        while (found.size() > NearWords.MOST) {
            found.pollLastEntry();
        }
        return new ArrayList<>(found.values());
    }

    private void add(String key, Map<String, AliasDefinition> found) {
        @Nullable AliasDefinition alias = configuration.aliases().get(key);
        if (alias != null && alias.target().isPresent()) {
            found.put(key, alias);
        }
    }

    /// The index, or null as long as it does not pay. One thread builds it; the others go without until it is there.
    private @Nullable NearWords words() {
        @Nullable NearWords words = index;
        if (words == null && questions.incrementAndGet() == WITHOUT_INDEX) {
            words = new NearWords(keys());
            index = words;
        }
        return words;
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (AliasDefinition alias : configuration.aliases().values()) {
            if (alias.target().isPresent()) {
                keys.add(alias.key());
            }
        }
        return keys;
    }
}
