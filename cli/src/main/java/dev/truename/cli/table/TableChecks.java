package dev.truename.cli.table;

import dev.truename.cli.command.CommandException;
import dev.truename.names.catalog.CheckedTarget;
import dev.truename.names.catalog.TableCheck;
import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Checks a table's entries at once, and tells of them by name. How many questions are under way is bounded where they
/// are asked.
final class TableChecks {
    private TableChecks() {}

    /// @param each gets every entry in the order of names, when those before have been told
    /// @param done called by any thread when an entry has been checked
    /// @throws CommandException if the calling thread was interrupted; nobody is asked any more then
    static void run(
            TableCheck check, Map<String, Repository> table, Consumer<CheckedTarget> each, Consumer<CheckedTarget> done)
            throws CommandException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<CheckedTarget>> running = new ArrayList<>();
            new TreeMap<>(table)
                    .forEach((name, target) -> running.add(threads.submit(() -> {
                        CheckedTarget checked = check.check(name, target);
                        done.accept(checked);
                        return checked;
                    })));
            for (Future<CheckedTarget> future : running) {
                each.accept(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check does not throw", e.getCause());
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }
}
