package dev.truename.cli;

import dev.truename.cli.alias.AliasAddCommand;
import dev.truename.cli.alias.AliasListCommand;
import dev.truename.cli.alias.AliasRemoveCommand;
import dev.truename.cli.audit.AuditCommand;
import dev.truename.cli.command.Catalogue;
import dev.truename.cli.command.Command;
import dev.truename.cli.config.ConfigCheckCommand;
import dev.truename.cli.config.ConfigConvertCommand;
import dev.truename.cli.config.ConfigShowCommand;
import dev.truename.cli.demo.DemoCommand;
import dev.truename.cli.help.CompletionCommand;
import dev.truename.cli.help.HelpCommand;
import dev.truename.cli.help.VersionCommand;
import dev.truename.cli.image.ImagesCommand;
import dev.truename.cli.image.InspectCommand;
import dev.truename.cli.image.PruneCommand;
import dev.truename.cli.image.PullCommand;
import dev.truename.cli.image.RmCommand;
import dev.truename.cli.lint.LintCommand;
import dev.truename.cli.node.ServeCommand;
import dev.truename.cli.node.StatusCommand;
import dev.truename.cli.resolve.ExplainCommand;
import dev.truename.cli.resolve.ResolveCommand;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.table.TableBuildCommand;
import dev.truename.cli.table.TableCheckCommand;
import dev.truename.cli.table.TableDiffCommand;
import dev.truename.cli.table.TableListCommand;
import dev.truename.cli.table.TableMaskCommand;
import dev.truename.cli.table.TableShowCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every command by its name. A switch and not a table, so that one command's run loads one command's classes.
final class Commands implements Catalogue {
    private static final List<String> NAMES = List.of(
            "resolve",
            "explain",
            "pull",
            "inspect",
            "images",
            "rm",
            "prune",
            "alias list",
            "alias add",
            "alias remove",
            "config check",
            "config show",
            "config convert",
            "lint",
            "table build",
            "table diff",
            "table list",
            "table show",
            "table mask",
            "table check",
            "audit",
            "serve",
            "status",
            "demo",
            "completion",
            "help",
            "version");

    @Override
    public Optional<Command> command(String name) {
        return Optional.ofNullable(create(name));
    }

    private @Nullable Command create(String name) {
        return switch (name) {
            case "resolve" -> new ResolveCommand();
            case "explain" -> new ExplainCommand();
            case "pull" -> new PullCommand();
            case "inspect" -> new InspectCommand();
            case "images" -> new ImagesCommand();
            case "rm" -> new RmCommand();
            case "prune" -> new PruneCommand();
            case "alias list" -> new AliasListCommand();
            case "alias add" -> new AliasAddCommand();
            case "alias remove" -> new AliasRemoveCommand();
            case "config check" -> new ConfigCheckCommand();
            case "config show" -> new ConfigShowCommand();
            case "config convert" -> new ConfigConvertCommand();
            case "lint" -> new LintCommand();
            case "table build" -> new TableBuildCommand();
            case "table diff" -> new TableDiffCommand();
            case "table list" -> new TableListCommand();
            case "table show" -> new TableShowCommand();
            case "table mask" -> new TableMaskCommand();
            case "table check" -> new TableCheckCommand();
            case "audit" -> new AuditCommand();
            case "serve" -> new ServeCommand();
            case "status" -> new StatusCommand();
            case "demo" -> new DemoCommand(Main::run);
            case "completion" -> new CompletionCommand(this);
            case "help" -> new HelpCommand(this);
            case "version" -> new VersionCommand();
            default -> null;
        };
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public List<CommandSpec> specs() {
        List<CommandSpec> specs = new ArrayList<>();
        for (String name : NAMES) {
            specs.add(command(name).orElseThrow().spec());
        }
        return specs;
    }
}
