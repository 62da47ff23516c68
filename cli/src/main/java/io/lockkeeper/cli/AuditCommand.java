package io.lockkeeper.cli;

import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "Looks into the audit chain.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AuditVerifyCommand.class)
final class AuditCommand {}
