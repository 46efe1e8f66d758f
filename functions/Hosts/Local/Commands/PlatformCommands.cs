using System.CommandLine;
using Ascs.Contracts;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Directory;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`platforms`, `platform …`, `permissions`: whom a platform is paired with, and what they may do here.</summary>
internal static class PlatformCommands
{
    private static readonly (string Verb, string What, PeerState State, PeerState[] From)[] Verbs =
    [
        ("suspend", "Neither calls the other until it is resumed.", PeerState.Suspended, [PeerState.Active]),
        ("resume", "Ends a suspension.", PeerState.Active, [PeerState.Suspended]),
        ("close", "Ends the pairing for good; only pairing anew brings it back.", PeerState.Closed, [PeerState.Active, PeerState.Suspended]),
    ];

    public static IEnumerable<Command> Create()
    {
        yield return OfFolder("platforms", "Lists the platforms that a folder's platform is paired with.", folder => Console.Write(List(PeersOfFolder.Read(folder))));
        yield return OfFolder("permissions", "Prints the whole table of who may do what here; what is not in it is denied.",
            folder => Console.Write(Permissions.ToTable(PeersOfFolder.Read(folder))));
        var platform = new Command("platform", "Changes how things stand with a paired platform; a running host sees it within a second.");
        foreach (var (verb, what, state, from) in Verbs) platform.Subcommands.Add(Create(verb, what, state, from));
        yield return platform;
    }

    private static Command Create(string verb, string what, PeerState state, PeerState[] from)
    {
        var (folder, platId) = (FolderArgument(), new Argument<string>("platId") { Description = "Its PlatID, as `platforms` lists it." });
        var command = new Command(verb, what) { folder, platId };
        command.SetAction((arguments, _) => Guarded.RunAsync(() =>
        {
            if (!PlatId.TryParse(arguments.GetValue(platId), out var id)) throw new Refusal("That is no PlatID.");
            var peer = PeersOfFolder.ChangePeer(Folder(arguments.GetValue(folder)!), id, peer => Move(peer, verb, state, from));
            Console.WriteLine($"{peer.PlatId} {peer.Name} is {peer.State.ToString().ToUpperInvariant()}");
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Peer Move(Peer peer, string verb, PeerState state, PeerState[] from) =>
        from.Contains(peer.State) ? peer with { State = state } : throw new Refusal($"Platform {peer.PlatId} is {peer.State.ToString().ToUpperInvariant()}: it can't be made to {verb}.");

    private static Command OfFolder(string name, string what, Action<PartyFolder> run)
    {
        var folder = FolderArgument();
        var command = new Command(name, what) { folder };
        command.SetAction((arguments, _) => Guarded.RunAsync(() =>
        {
            run(Folder(arguments.GetValue(folder)!));
            return Task.FromResult(0);
        }));
        return command;
    }

    private static string List(PeersFile file) =>
        string.Concat(file.Peers.Select(peer => $"{peer.PlatId,-18}{peer.Role,-14}{peer.State,-11}{peer.Address,-34}{peer.Name}\n"));

    private static Argument<string> FolderArgument() => new("folder") { Description = "The platform's folder." };

    private static PartyFolder Folder(string path) => new(Path.GetFullPath(path));
}
