using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Sessions;

/// <summary>AuthTokens in a key ring: one for each direction in which two platforms call each other (CHEAA-4.1.2.1 c).</summary>
public static class AuthTokens
{
    /// <summary>The token that a peer proves itself with here; minted at the first call.</summary>
    public static async Task<RingKey> MintAuthTokenAsync(this KeyRing ring, PlatId peer, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ring);
        var name = KeyNames.AuthTokenFor(peer);
        var token = Encoding.ASCII.GetBytes(MintedToken.Auth(peer, now));
        // Of two at once the first one's is kept, and both answer it.
        if (ring.FindCurrent(name) is null) await ring.ImportAsync(name, ring.NextVersion(name), KeyAlgorithm.AuthToken, token, now, ct);
        CryptographicOperations.ZeroMemory(token);
        return ring.Current(name);
    }

    /// <summary>Keeps the token that a peer minted for this platform; another one than before takes its place.</summary>
    /// <exception cref="ArgumentException">It is no AuthToken.</exception>
    public static async Task KeepAuthTokenAsync(this KeyRing ring, PlatId peer, ReadOnlyMemory<byte> token, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ring);
        if (!IsToken(token.Span)) throw new ArgumentException("An AuthToken is 32 of 0-9, A-Z, a-z.", nameof(token));
        var name = KeyNames.AuthTokenFrom(peer);
        if (ring.FindCurrent(name) is { } known && CryptographicOperations.FixedTimeEquals(known.Bytes, token.Span)) return;
        await ring.ImportAsync(name, ring.NextVersion(name), KeyAlgorithm.AuthToken, token, now, ct);
    }

    /// <summary>Whether these bytes may be an AuthToken.</summary>
    public static bool IsToken(ReadOnlySpan<byte> token) => token.Length == MintedToken.AuthLength && !token.ContainsAnyExcept(Characters);

    private static readonly System.Buffers.SearchValues<byte> Characters = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static int NextVersion(this KeyRing ring, string name) => ring.Records.Where(record => record.Name == name).Select(record => record.Version).DefaultIfEmpty().Max() + 1;
}
