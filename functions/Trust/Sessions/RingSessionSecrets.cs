using System.Globalization;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Sessions;

/// <summary>Out of the key ring.</summary>
public sealed class RingSessionSecrets(KeyRing ring) : ISessionSecrets
{
    private const string ExchangePrefix = KeyNames.Exchange + "-v";

    private readonly RingAnswerSeal seal = new(ring, KeyNames.Sessions);

    /// <inheritdoc/>
    public byte[]? AuthTokenFor(PlatId peer) => ring.FindCurrent(KeyNames.AuthTokenFor(peer))?.Bytes.ToArray();

    /// <inheritdoc/>
    public byte[]? AuthTokenFrom(PlatId peer) => ring.FindCurrent(KeyNames.AuthTokenFrom(peer))?.Bytes.ToArray();

    /// <inheritdoc/>
    public async Task<byte[]> MintAsync(PlatId peer, DateTimeOffset now, CancellationToken ct) => (await ring.MintAuthTokenAsync(peer, now, ct)).Bytes.ToArray();

    /// <inheritdoc/>
    public Task<bool> KeepAsync(PlatId peer, byte[] token, DateTimeOffset now, CancellationToken ct) => ring.KeepAuthTokenAsync(peer, token, now, ct);

    /// <inheritdoc/>
    public Sm2PrivateKey? Exchange(string keyId) =>
        keyId is not null && keyId.StartsWith(ExchangePrefix, StringComparison.Ordinal)
        && int.TryParse(keyId.AsSpan(ExchangePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ring.Find(KeyNames.Exchange, version)?.Sm2 : null;

    /// <inheritdoc/>
    public byte[] Seal(ReadOnlySpan<byte> content, string place) => seal.Seal(content, place);

    /// <inheritdoc/>
    public byte[]? Open(ReadOnlySpan<byte> content, string place) => seal.Open(content, place);
}
