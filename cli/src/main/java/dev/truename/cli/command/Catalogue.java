package dev.truename.cli.command;

import dev.truename.cli.spec.CommandSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All commands there are.
public interface Catalogue {
    /// The command of a name such as `pull` or `alias add`; loads no other.
    Optional<Command> command(String name);

    /// The names of all commands, in the order of the manual; loads none.
    List<String> names();

    /// Every declaration, in the order of the manual; loads all.
    List<CommandSpec> specs();

    /// Whether commands of two words start with this one.
    default boolean isGroup(String word) {
        return groups().contains(word);
    }

    /// The first words of commands of two words.
    default List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (String name : names()) {
            int space = name.indexOf(' ');
            if (space > 0 && !groups.contains(name.substring(0, space))) {
                groups.add(name.substring(0, space));
            }
        }
        return groups;
    }

    /// The second words of a group's commands.
    default List<String> inGroup(String group) {
        List<String> members = new ArrayList<>();
        for (String name : names()) {
            if (name.startsWith(group + " ")) {
                members.add(name.substring(group.length() + 1));
            }
        }
        return members;
    }
}
