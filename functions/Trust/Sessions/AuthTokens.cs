using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Sessions;

/// <summary>AuthTokens in a key ring: one for each direction in which two platforms call each other (CHEAA-4.1.2.1 c).</summary>
public static class AuthTokens
{
    // So long a token of a peer stays before another may take its place: each is a version in the ring and acts on record for ever.
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>The token that a peer proves itself with here; minted at the first call.</summary>
    public static async Task<RingKey> MintAuthTokenAsync(this KeyRing ring, PlatId peer, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ring);
        var name = KeyNames.AuthTokenFor(peer);
        var token = Encoding.ASCII.GetBytes(MintedToken.Auth(peer, now));
        // One look at the ring decides both whether and which: of two at once the second finds its version taken, and both answer the first one's.
        var newest = ring.Newest(name);
        if (ring.Find(name, newest) is null) await ring.ImportAsync(name, newest + 1, KeyAlgorithm.AuthToken, token, now, ct);
        CryptographicOperations.ZeroMemory(token);
        return ring.Current(name);
    }

    /// <summary>Keeps the token that a peer minted for this platform. Another one than before takes its place, and that one is destroyed (CHEAA-4.1.2.1 c).</summary>
    /// <returns>False when the one before is not an hour old yet: a peer must not grow this platform's ring.</returns>
    /// <exception cref="ArgumentException">It is no AuthToken.</exception>
    public static async Task<bool> KeepAuthTokenAsync(this KeyRing ring, PlatId peer, ReadOnlyMemory<byte> token, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ring);
        if (!IsToken(token.Span)) throw new ArgumentException("An AuthToken is 32 of 0-9, A-Z, a-z.", nameof(token));
        var name = KeyNames.AuthTokenFrom(peer);
        var newest = ring.Newest(name);
        if (ring.Find(name, newest) is { } known)
        {
            if (CryptographicOperations.FixedTimeEquals(known.Bytes, token.Span)) return true;
            if (now - known.Record.CreatedAt.ToTime() < Pause) return false;
            await ring.DestroyAsync(name, newest, now, ct);
        }

        return await ring.ImportAsync(name, newest + 1, KeyAlgorithm.AuthToken, token, now, ct) is ImportOutcome.Imported or ImportOutcome.AlreadyThere;
    }

    /// <summary>Whether these bytes may be an AuthToken.</summary>
    public static bool IsToken(ReadOnlySpan<byte> token) => token.Length == MintedToken.AuthLength && !token.ContainsAnyExcept(Characters);

    private static readonly System.Buffers.SearchValues<byte> Characters = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
}
