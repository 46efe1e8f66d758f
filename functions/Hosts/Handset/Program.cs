using Ascs.Hosts.Handset;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}
try
{
    await using var app = HandsetApp.Build(CommandLine.Parse(args));
    await Listening.Start(app);
    Listening.Announce(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (HandsetStartException reason)
{
    await Console.Error.WriteLineAsync(reason.Message);
    return 1;
}
