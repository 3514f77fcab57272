package dev.truename.cli.args;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentParserTest {
    private static final Option QUIET = Option.flag("quiet", "").letter('q');
    private static final Option ALL = Option.flag("all", "").letter('a');
    private static final Option OUT = Option.value("out", "FILE", "").letter('o');
    private static final Option TLS = Option.onOff("tls", "");
    private static final Option TAG = Option.repeated("tag", "TAG", "");
    private static final CommandSpec SPEC = CommandSpec.of("x", "")
            .options(QUIET, ALL, OUT, TLS, TAG)
            .operand(Operand.many("NAME", "", Completion.NOTHING))
            .build();

    @ParameterizedTest
    @CsvSource({
        "n -o f",
        "-o f n",
        "-of n",
        "--out f n",
        "--out=f n",
        "n --out=f",
        "-o g n -o f",
        "-aqof n",
        "n -qaof",
    })
    void everyWayOfGivingAValue(String line) throws UsageException {
        Arguments arguments = ArgumentParser.parse(SPEC, List.of(line.split(" ")));
        assertEquals(Optional.of("f"), arguments.value(OUT));
        assertEquals(List.of("n"), arguments.operands());
        assertEquals(line.contains("q"), arguments.has(QUIET));
        assertEquals(line.contains("a"), arguments.has(ALL));
    }

    @ParameterizedTest
    @CsvSource({"n, ''", "n --tls, true", "--tls n, true", "--tls=false n, false", "--tls=true n, true"})
    void aSwitchTakesNoNextArgument(String line, String value) throws UsageException {
        Arguments arguments = ArgumentParser.parse(SPEC, List.of(line.split(" ")));
        assertEquals(value, arguments.isOn(TLS).map(Object::toString).orElse(""));
        assertEquals(List.of("n"), arguments.operands());
    }

    @Test
    void repeatedValuesStayInOrder() throws UsageException {
        Arguments arguments = ArgumentParser.parse(SPEC, List.of("--tag=b", "n", "--tag", "a"));
        assertEquals(List.of("b", "a"), arguments.values(TAG));
    }

    @Test
    void dashesAloneAreOperands() throws UsageException {
        Arguments arguments = ArgumentParser.parse(SPEC, List.of("-", "--", "-q", "--", "-"));
        assertEquals(List.of("-", "-q", "--", "-"), arguments.operands());
        assertEquals(false, arguments.has(QUIET));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -q          | missing NAME
            n -o        | option -o needs a value: --out=FILE
            n -z        | unknown option -z
            n -qz       | unknown option -z in -qz
            n --tls=on  | option --tls takes true or false, not "on"
            n -quiet    | unknown option -u in -quiet; did you mean --quiet?
            """)
    void mistakesAreTold(String line, String message) {
        UsageException e =
                assertThrows(UsageException.class, () -> ArgumentParser.parse(SPEC, List.of(line.split(" "))));
        assertEquals(message, e.getMessage());
    }
}
