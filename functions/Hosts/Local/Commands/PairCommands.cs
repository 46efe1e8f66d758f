using System.CommandLine;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`offer`, `pair`: two platforms get to know each other, one command on each side.</summary>
internal static class PairCommands
{
    public static IEnumerable<Command> Create() => [Offer(), Pair()];

    private static Command Offer()
    {
        var folder = new Argument<string>("folder") { Description = "The platform's folder." };
        var command = new Command("offer", "Prints what others need in order to pair with this platform, and its fingerprint on standard error. No secret is in it.") { folder };
        command.SetAction((arguments, ct) => Guarded.RunAsync(async () =>
        {
            var file = new PartyFolder(Path.GetFullPath(arguments.GetValue(folder)!)).Offer;
            var offer = PairWithOffer.Read(file);
            Console.WriteLine(await File.ReadAllTextAsync(file, ct));
            await Console.Error.WriteLineAsync($"Fingerprint: {offer.Fingerprint}");
            return 0;
        }));
        return command;
    }

    private static Command Pair()
    {
        var folder = new Argument<string>("folder") { Description = "The platform's folder." };
        var file = new Argument<string>("offer") { Description = "The other platform's offer." };
        var fingerprint = new Option<string?>("--fingerprint") { Description = "The fingerprint that the other's operator read out; another one is refused." };
        var command = new Command("pair", "Pairs this platform with another by its offer; a running host takes it up within a second.") { folder, file, fingerprint };
        command.SetAction((arguments, _) => Guarded.RunAsync(() =>
        {
            var offer = PairWithOffer.Read(arguments.GetValue(file)!);
            var peer = PairWithOffer.Run(new PartyFolder(Path.GetFullPath(arguments.GetValue(folder)!)), offer, arguments.GetValue(fingerprint));
            Console.WriteLine($"Paired with {peer.PlatId} {peer.Name} (pairing {peer.Pairing}), which may do {peer.Permissions!.Count} things here: see `permissions`.");
            if (arguments.GetValue(fingerprint) is null)
                Console.WriteLine($"Its fingerprint is {offer.Fingerprint}: have its operator read it out, and compare.");
            return Task.FromResult(0);
        }));
        return command;
    }
}
