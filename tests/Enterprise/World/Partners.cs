using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Signing;

namespace Ascs.Enterprise.Tests.World;

/// <summary>The platforms an enterprise is paired with, with all their keys.</summary>
internal sealed class Partners : IPlatformDirectory, IPublicKeys, IPairSecrets, IAuthor
{
    public static readonly Uri PublicAddress = new("https://third.example");

    public Partners()
    {
        Self = Of(Role.Enterprise, "hongyan", enterprise: Samples.Enterprise);
        TrustedParty = Of(Role.TrustedParty, "公信第三方 Trusted Party") with { PublicAddress = PublicAddress };
        First = Of(Role.Operator, "a", @operator: Samples.First);
        Second = Of(Role.Operator, "b", @operator: Samples.Second);
        Own(Self.PlatId, "author", "inbox");
        Own(TrustedParty.PlatId, "author", "intake", "log-sm2");
        Own(First.PlatId, "author", "seal");
        Own(Second.PlatId, "author", "seal");
    }

    public Peer Self { get; }

    public Peer TrustedParty { get; }

    public Peer First { get; }

    public Peer Second { get; }

    public IReadOnlyList<Peer> Peers => [TrustedParty, First, Second];

    /// <summary>Private keys by owner and purpose.</summary>
    public Dictionary<(PlatId Owner, string Purpose), Sm2PrivateKey> Private { get; } = [];

    /// <summary>Purposes nobody has stated a key of.</summary>
    public HashSet<(PlatId Owner, string Purpose)> Unstated { get; } = [];

    public Peer? Find(PlatId platId) => Peers.FirstOrDefault(p => p.PlatId == platId);

    public Sm2PublicKey? Find(PlatId owner, string keyId) => Current(owner, keyId.Replace("-v1", "", StringComparison.Ordinal))?.Key;

    public (string KeyId, Sm2PublicKey Key)? Current(PlatId owner, string purpose) =>
        Private.TryGetValue((owner, purpose), out var key) && !Unstated.Contains((owner, purpose)) ? ($"{purpose}-v1", key.PublicKey) : null;

    PairSecret? IPairSecrets.Find(PlatId peer, string keyId) => null;

    PairSecret? IPairSecrets.Current(PlatId peer) => null;

    public AuthorSignature Sign(string operation, ReadOnlySpan<byte> contentDigest) => SignAs(Self.PlatId, operation, contentDigest);

    public AuthorSignature SignAs(PlatId who, string operation, ReadOnlySpan<byte> contentDigest) =>
        AuthorSignature.Sign(Private[(who, "author")], "author-v1", operation, contentDigest);

    private static Peer Of(Role role, string name, EnterpriseId? enterprise = null, OperatorId? @operator = null) =>
        new(PlatId.NewRandom(), role, name, new Uri($"https://{name.Split(' ')[^1].ToLowerInvariant()}.example"), new string('A', 64), enterprise, @operator);

    private void Own(PlatId owner, params string[] purposes)
    {
        foreach (var purpose in purposes)
            Private[(owner, purpose)] = Sm2PrivateKey.Generate();
    }
}
