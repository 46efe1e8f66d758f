using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>All platforms of a sample folder in one process, and the handset in its own.</summary>
internal sealed class LocalSystem : IAsyncDisposable
{
    private LocalSystem(SampleFolder folder, HandsetProcess handset) => (Folder, Handset) = (folder, handset);

    /// <summary>The folder.</summary>
    public SampleFolder Folder { get; }

    /// <summary>The SMS gateway and the phones.</summary>
    public HandsetProcess Handset { get; }

    /// <summary>The platforms, the trusted party first.</summary>
    public List<PartyHost> Hosts { get; } = [];

    /// <summary>Starts everything.</summary>
    /// <param name="folder">Made by `init`.</param>
    /// <param name="settings">Shared settings.</param>
    /// <param name="handsetArguments">More arguments of the handset.</param>
    /// <param name="ct">Stops starting.</param>
    /// <exception cref="Refusal">Something can't start: one sentence, and nothing is left running.</exception>
    public static async Task<LocalSystem> StartAsync(SampleFolder folder, HostSettings settings, IReadOnlyList<string> handsetArguments, CancellationToken ct)
    {
        var port = await HandsetPortAsync(folder, ct);
        var system = new LocalSystem(folder, await HandsetProcess.StartAsync(folder, port, handsetArguments, ct));
        try
        {
            foreach (var plan in SamplePlan.Parties.Where(plan => plan.Listens && settings.Without?.Contains(plan.Folder) != true))
                system.Hosts.Add(await PartyHost.StartAsync(folder.Party(plan.Folder), settings, ct));
            return system;
        }
        catch (Exception)
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>The platform of a folder.</summary>
    public PartyHost Host(string id) => Hosts.Single(host => host.File.Id == id);

    /// <summary>Waits until the first platform stops.</summary>
    /// <exception cref="Refusal">It stopped by itself for a reason outside the program: one sentence.</exception>
    public async Task WaitAsync(CancellationToken ct) => await await Task.WhenAny(Hosts.Select(host => host.WaitAsync(ct)));

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Hosts.Select(host => host.DisposeAsync().AsTask()));
        await Handset.DisposeAsync();
    }

    private static async Task<int> HandsetPortAsync(SampleFolder folder, CancellationToken ct)
    {
        var file = await PartyReader.ReadAsync(folder.Party(SamplePlan.Parties.First(plan => plan.Kind == PartyKind.Operator).Folder), ct);
        return file.Handset?.Port ?? throw new Refusal("party.json of an operator names no handset.");
    }
}
