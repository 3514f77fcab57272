package dev.truename.names.config;

import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.io.PrintStream;
import java.nio.file.Path;

/// A process that changes an alias file, and says before and after each change what it does. Run by
/// [AliasFileProcessTest]. A line that does not end with a dot was cut off by the end of the process.
final class AliasWriter {
    private AliasWriter() {}

    /// `FILE add PREFIX COUNT` adds that many; `FILE churn PREFIX` adds, and removes every other one, until killed.
    public static void main(String[] arguments) throws Exception {
        AliasFile file = new AliasFile(Path.of(arguments[0]));
        boolean churn = arguments[1].equals("churn");
        int count = churn ? Integer.MAX_VALUE : Integer.parseInt(arguments[3]);
        PrintStream out = System.out;
        for (int i = 0; i < count; i++) {
            ShortName name = ShortName.parseKey(arguments[2] + i);
            out.println("adding " + name + " .");
            file.add(name, Repository.parse("registry.example/" + name));
            out.println("added " + name + " .");
            if (churn && i % 2 == 1) {
                out.println("removing " + name + " .");
                file.remove(name);
                out.println("removed " + name + " .");
            }
        }
    }
}
