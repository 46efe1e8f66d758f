using System.CommandLine;
using Ascs.Hosts.Local.Commands;

var root = new RootCommand("Anonymous subscription communication: the trusted party, operators and enterprises on this machine.");
root.Subcommands.Add(DemoCommand.Create());
root.Subcommands.Add(InitCommand.Create());
root.Subcommands.Add(InitCommand.One());
root.Subcommands.Add(InitCommand.Authority());
root.Subcommands.Add(ServeCommand.Create());
root.Subcommands.Add(SeedCommand.Create());
root.Subcommands.Add(IssueCommand.Create());
root.Subcommands.Add(VerifyCommand.Create());
root.Subcommands.Add(WebhookCommand.Create());
root.Subcommands.Add(AuditCommands.Create());
foreach (var command in PlatformCommands.Create().Concat(PairCommands.Create()).Concat(CertificateCommands.Create()).Append(KeyCommands.Create())) root.Subcommands.Add(command);
RunCommand.Configure(root);
return await root.Parse(args).InvokeAsync();
