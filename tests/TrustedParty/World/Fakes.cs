using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Services;
using Ascs.TrustedParty.Tests.Dispatches;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>Every authorisation has a key that follows from its id, unless it was destroyed.</summary>
internal sealed class FakeKeys : IAuthorisationKeys
{
    public HashSet<AuthorisationId> Destroyed { get; } = [];

    /// <summary>Those whose key is none that a leaf can be made with.</summary>
    public HashSet<AuthorisationId> Spoiled { get; } = [];

    public Task<byte[]> GetOrCreateAsync(AuthorisationId authorisation, CancellationToken cancellationToken) => Task.FromResult(KeyOf(authorisation));

    public Task<IReadOnlyDictionary<AuthorisationId, byte[]>> ReadManyAsync(IReadOnlyCollection<AuthorisationId> authorisations, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<AuthorisationId, byte[]>>(authorisations.Distinct().Where(a => !Destroyed.Contains(a)).ToDictionary(a => a, a => Spoiled.Contains(a) ? [] : KeyOf(a)));

    public static byte[] KeyOf(AuthorisationId authorisation) => Sm3.Hash(System.Text.Encoding.ASCII.GetBytes(authorisation.ToString()))[..16];
}

/// <summary>The bank's one service and template.</summary>
internal sealed class FakeServices : IServiceCatalogue
{
    public ServicePolicy Bank { get; set; } = Given.Policy();

    public ServicePolicy? Policy(EnterpriseId enterprise, ServiceId service, int? version = null) =>
        enterprise == Bank.EnterpriseId && service == Bank.ServiceId ? Bank : null;

    public MessageTemplate? Template(EnterpriseId enterprise, TemplateId template, int version) =>
        enterprise == Bank.EnterpriseId && template.ToString() == "welcome" && version == 1
            ? new MessageTemplate(1, enterprise, Bank.ServiceId, template, 1, Channel.Sms, "银行", "您好 {name}", new Dictionary<string, int> { ["name"] = 20 }, false)
            : null;
}

/// <summary>Remembers what was withdrawn.</summary>
internal sealed class FakeRevocations : IRevocations
{
    private readonly List<(AuthorisationId Authorisation, RevokedBy By)> revoked = [];

    /// <summary>What has been withdrawn up to this moment.</summary>
    public IReadOnlyList<(AuthorisationId Authorisation, RevokedBy By)> Revoked
    {
        get
        {
            lock (revoked) return [.. revoked];
        }
    }

    public Task<RevokeAnswer> RevokeAsync(IReadOnlyList<AidRecord> records, RevokedBy by, string? author, CancellationToken cancellationToken)
    {
        lock (revoked) revoked.AddRange(records.Select(r => (r.AuthorisationId, by)));
        return Task.FromResult(new RevokeAnswer(1, [], null));
    }
}

/// <summary>Remembers what was raised.</summary>
internal sealed class FakeAssurances : IAssurances
{
    private readonly List<AuthorisationId> raised = [];

    /// <summary>What has been raised up to this moment.</summary>
    public IReadOnlyList<AuthorisationId> Raised
    {
        get
        {
            lock (raised) return [.. raised];
        }
    }

    public Task RaiseAsync(AuthorisationId authorisation, UnixTime at, CancellationToken cancellationToken)
    {
        lock (raised) raised.Add(authorisation);
        return Task.CompletedTask;
    }
}

/// <summary>The fakes' addresses.</summary>
internal sealed class FakeDirectory(IReadOnlyList<Peer> peers) : IPlatformDirectory
{
    public Peer Self { get; } = new(PlatId.NewRandom(), Role.TrustedParty, "trusted party", new Uri("https://localhost"), "");

    public IReadOnlyList<Peer> Peers => peers;

    public Peer? Find(PlatId platId) => peers.FirstOrDefault(p => p.PlatId == platId);
}
