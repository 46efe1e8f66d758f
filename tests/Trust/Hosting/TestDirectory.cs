using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Sessions;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Hosting;

/// <summary>What one platform of a test world knows; all of it may change while the world runs.</summary>
internal sealed class TestDirectory : IPlatformDirectory, IPublicKeys, IPairSecrets, IAuthor, ISessionSecrets
{
    private int sealings;

    public Dictionary<PlatId, Peer> Known { get; } = [];

    public Dictionary<(PlatId Owner, string KeyId), Sm2PublicKey> Keys { get; } = [];

    public Dictionary<PlatId, PairSecret> Shared { get; } = [];

    /// <summary>AuthTokens minted here.</summary>
    public Dictionary<PlatId, byte[]> TokensFor { get; } = [];

    /// <summary>AuthTokens that others minted for this platform.</summary>
    public Dictionary<PlatId, byte[]> TokensFrom { get; } = [];

    /// <summary>Whether another's token may be kept now.</summary>
    public bool KeepsTokens { get; set; } = true;

    /// <summary>How often a token to hand out was asked for.</summary>
    public int Mints { get; private set; }

    public required Sm2PrivateKey AuthorKey { get; init; }

    public Sm2PrivateKey ExchangeKey { get; } = Sm2PrivateKey.Generate();

    /// <summary>Seals sessions at rest; another one stands for a key that was destroyed.</summary>
    public Sm4AnswerSeal SessionSeal { get; set; } = new(new byte[16]);

    /// <summary>What was sealed opens no more.</summary>
    public bool Forgets { get; set; }

    /// <summary>How often a session was saved.</summary>
    public int Sealings => Volatile.Read(ref sealings);

    public required Peer Self { get; set; }

    public IReadOnlyList<Peer> Peers => [.. Known.Values];

    public Peer? Find(PlatId platId) => Known.GetValueOrDefault(platId);

    public Sm2PublicKey? Find(PlatId owner, string keyId) => Keys.GetValueOrDefault((owner, keyId));

    public (string KeyId, Sm2PublicKey Key)? Current(PlatId owner, string purpose) =>
        Keys.Where(key => key.Key.Owner == owner && key.Key.KeyId.StartsWith(purpose, StringComparison.Ordinal))
            .Select(key => ((string, Sm2PublicKey)?)(key.Key.KeyId, key.Value)).LastOrDefault();

    PairSecret? IPairSecrets.Find(PlatId peer, string keyId) => Shared.GetValueOrDefault(peer) is { } secret && secret.KeyId == keyId ? secret : null;

    PairSecret? IPairSecrets.Current(PlatId peer) => Shared.GetValueOrDefault(peer);

    public byte[]? AuthTokenFor(PlatId peer) => TokensFor.GetValueOrDefault(peer);

    public byte[]? AuthTokenFrom(PlatId peer) => TokensFrom.GetValueOrDefault(peer);

    public Task<byte[]> MintAsync(PlatId peer, DateTimeOffset now, CancellationToken ct)
    {
        Mints++;
        if (!TokensFor.ContainsKey(peer)) TokensFor[peer] = System.Text.Encoding.ASCII.GetBytes(MintedToken.Auth(peer, now));
        return Task.FromResult(TokensFor[peer]);
    }

    public Task<bool> KeepAsync(PlatId peer, byte[] token, DateTimeOffset now, CancellationToken ct)
    {
        if (KeepsTokens) TokensFrom[peer] = token;
        return Task.FromResult(KeepsTokens);
    }

    public Sm2PrivateKey? Exchange(string keyId) => keyId == "exchange-v1" ? ExchangeKey : null;

    public byte[] Seal(ReadOnlySpan<byte> content, string place)
    {
        Interlocked.Increment(ref sealings);
        return SessionSeal.Seal(content, place);
    }

    public byte[]? Open(ReadOnlySpan<byte> content, string place) => Forgets ? null : SessionSeal.Open(content, place);

    public AuthorSignature Sign(string operation, ReadOnlySpan<byte> contentDigest) => AuthorSignature.Sign(AuthorKey, "author-v1", operation, contentDigest);
}
