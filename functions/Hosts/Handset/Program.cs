using Ascs.Hosts.Handset;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}
try
{
    var options = CommandLine.Parse(args);
    await using var app = HandsetApp.Build(options);
    await Listening.Start(app);
    if (options.UntilInputEnds) _ = Listening.StopWithInput(app, Console.OpenStandardInput());
    Listening.Announce(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (HandsetStartException reason)
{
    await Console.Error.WriteLineAsync(reason.Message);
    return 1;
}
