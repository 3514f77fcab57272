package dev.truename.cli.demo;

import dev.truename.cli.spec.ExitCode;

/// What a command of the demo did.
record DemoRun(ExitCode exit, String out, String err) {}
