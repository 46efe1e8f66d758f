using System.Net;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Pairing;
using Ascs.Trust.Sessions;

namespace Ascs.Hosts.Local.Setup;

/// <summary>
/// `init`: a folder for each party with its own keys, certificate and configuration, the authority apart. It plays what companies do between themselves
/// at pairing: exchange certificates, key statements and one secret a pair.
/// </summary>
internal sealed class Initialiser(TimeProvider time)
{
    private const string Here = "localhost";

    /// <summary>Makes the sample's folders, every party on this machine.</summary>
    /// <exception cref="Refusal">The folder is not empty, or can't be written.</exception>
    public Task<SampleFolder> MakeAsync(string root, int basePort, CancellationToken ct) => MakeAsync(root, basePort, new Dictionary<string, string>(), ct);

    /// <summary>Makes the sample's folders.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="basePort">First port; 0 picks free ones.</param>
    /// <param name="hosts">Names of the machines that parties are reached at, by folder; those not in it are on this machine alone.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="Refusal">The folder is not empty, or can't be written; a party or a name that there is not.</exception>
    public async Task<SampleFolder> MakeAsync(string root, int basePort, IReadOnlyDictionary<string, string> hosts, CancellationToken ct)
    {
        Check(hosts);
        var sample = new SampleFolder(root);
        Claim(root);
        var ports = SamplePlan.Ports(basePort);
        using var authority = AuthorityFolder.Create(sample.Authority, time.GetUtcNow());

        var made = new List<MadeParty>();
        foreach (var plan in SamplePlan.Parties)
            made.Add(await MakePartyAsync(plan, hosts.GetValueOrDefault(plan.Folder, Here), sample, authority, ports, made.Count, ct));
        foreach (var party in made)
            await PairAsync(party, made, ct);
        foreach (var party in made)
            party.Dispose();
        return sample;
    }

    private static void Check(IReadOnlyDictionary<string, string> hosts)
    {
        foreach (var (party, host) in hosts)
        {
            if (!SamplePlan.Parties.Any(plan => plan.Listens && plan.Folder == party))
                throw new Refusal($"There is no party {party} to be reached.");
            if (Uri.CheckHostName(host) is not (UriHostNameType.Dns or UriHostNameType.IPv4))
                throw new Refusal($"{host} is no name of a machine.");
        }
    }

    private static void Claim(string root)
    {
        try
        {
            if (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any())
                throw new Refusal($"The folder {root} is not empty; name another one or remove it.");
            Directory.CreateDirectory(root);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"The folder {root} can't be written.", fault);
        }
    }

    private async Task<MadeParty> MakePartyAsync(
        PlannedParty plan, string host, SampleFolder sample, CertificateAuthority authority, IReadOnlyList<int> ports, int place, CancellationToken ct)
    {
        var folder = sample.Party(plan.Folder);
        var made = await MakeAsync(plan, host, folder, authority, Describe(plan, host, PlatId.NewRandom(), ports, place) with { Authority = SampleFolder.AuthorityFromParty }, ct);
        await SampleFiles.CopyAsync(plan, folder, sample, ct);
        return made;
    }

    /// <summary>Makes the folder of one party, to be paired with others that are made elsewhere. Its files of services, templates and subscribers hold nothing yet.</summary>
    /// <param name="plan">What it is.</param>
    /// <param name="host">The name of the machine it is reached at.</param>
    /// <param name="port">Port of its pages; the next one is for platforms.</param>
    /// <param name="root">The folder, empty or new.</param>
    /// <param name="authorityFolder">Who certifies it.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="Refusal">The folder is not empty, or one of the two can't be used.</exception>
    public async Task<PartyFile> MakeOneAsync(PlannedParty plan, string host, int port, string root, string authorityFolder, CancellationToken ct)
    {
        if (Uri.CheckHostName(host) is not (UriHostNameType.Dns or UriHostNameType.IPv4))
            throw new Refusal($"{host} is no name of a machine.");
        using var authority = AuthorityFolder.Open(authorityFolder);
        Claim(root);
        var folder = new PartyFolder(root);
        using var made = await MakeAsync(plan, host, folder, authority, Describe(plan, host, PlatId.NewRandom(), [port, port + 1, 7190], 0), ct);
        await SampleFiles.EmptyAsync(plan, folder, ct);
        return made.File;
    }

    private async Task<MadeParty> MakeAsync(PlannedParty plan, string host, PartyFolder folder, CertificateAuthority authority, PartyFile file, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllBytesAsync(folder.Party, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(file, PartyFileJson.Default.PartyFile), ct);
        if (authority.Issue(file.PlatId, new[] { Here, "127.0.0.1", host }.Distinct(), now) is not IssueOutcome.Issued issued)
            throw new InvalidOperationException("The authority refused a certificate of its own defaults.");
        PemFiles.Save(issued.Certificate, folder.Certificate, folder.CertificateKey);
        PemFiles.SaveCertificate(authority.Certificate, folder.Authority);
        LocalKeyWrapper.Create(folder.KeyEncryptionKey, now);
        var keys = await OpenKeys.OpenAsync(folder, time, ct);
        foreach (var (name, algorithm) in PartyKeys.Of(plan.Kind))
            await keys.Ring.EnsureAsync(name, algorithm, now, ct);
        var made = new MadeParty(plan, file, folder, issued.Certificate, keys);
        await File.WriteAllBytesAsync(folder.Peers, new PeersFile(1, made.Self, []).ToJson(), ct);
        await File.WriteAllBytesAsync(folder.Offer, made.Offer.ToJson(), ct);
        return made;
    }

    private static PartyFile Describe(PlannedParty plan, string host, PlatId platId, IReadOnlyList<int> ports, int place)
    {
        var listening = plan.Listens ? place : -1;
        var elsewhere = !new Uri($"https://{host}/").IsLoopback;
        Uri? At(int offset) => listening < 0 ? null : new Uri($"https://{host}:{ports[(2 * listening) + offset]}/");
        var operatorId = plan.Kind == PartyKind.Operator ? OperatorId.Parse(plan.Id) : default;
        return new PartyFile(
            1, plan.Kind, plan.Id, plan.Name, platId, At(0), At(1),
            plan.Kind == PartyKind.Operator ? new Uri($"http://127.0.0.1:{ports[^1]}/") : null,
            plan.Kind switch
            {
                PartyKind.Operator => new Dictionary<OperatorId, IReadOnlyList<string>> { [operatorId] = SamplePlan.NetworkCodes.GetValueOrDefault(operatorId, []) },
                PartyKind.Enterprise => SamplePlan.NetworkCodes,
                _ => null,
            },
            plan.Kind is PartyKind.TrustedParty or PartyKind.Operator ? SenderId.Parse("10000") : null,
            Listen: elsewhere ? IPAddress.Any : null);
    }

    // As two companies do it, with each other's offers; only that the AuthTokens need no call between them.
    private async Task PairAsync(MadeParty party, IReadOnlyList<MadeParty> all, CancellationToken ct)
    {
        foreach (var other in all.Where(other => other != party && PairingRules.Know(party.Self, other.Self)))
            PairWithOffer.Run(party.Folder, other.Offer, other.Offer.Fingerprint);
        var file = PeersOfFolder.Read(party.Folder);
        var faults = await new TakePeersIn(party.Keys.Ring, time, (_, _) => default, (_, _) => Task.CompletedTask) // there are no sessions yet
            .RunAsync(file, party.Certificate, peer => StatedCertificate.Of(peer, party.Folder.StatementsOf(peer.PlatId)), ct);
        if (faults.Count > 0) throw new InvalidDataException(string.Join(" ", faults));
        foreach (var caller in all.Where(other => party.Plan.Listens && PairingRules.Talk(party.Self, other.Self)))
            await MintTokenAsync(party, caller, ct);
    }

    // The one called mints what the other will prove itself with (CHEAA-4.1.2.1 b); a back office is never called.
    private async Task MintTokenAsync(MadeParty called, MadeParty caller, CancellationToken ct)
    {
        var token = await called.Keys.Ring.MintAuthTokenAsync(caller.File.PlatId, time.GetUtcNow(), ct);
        await caller.Keys.Ring.KeepAuthTokenAsync(called.File.PlatId, token.Bytes.ToArray(), time.GetUtcNow(), ct);
    }
}
