using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Sessions;

/// <summary>A dynamic data key (CHEAA-4.1.3.1 a).</summary>
/// <param name="KeyId"><c>data-</c> and 22 characters.</param>
/// <param name="Until">Milliseconds since the epoch; at that millisecond it is void.</param>
/// <param name="Key">32 bytes.</param>
/// <param name="RenewAt">From when its opener asks for the next one; 0 where it was made.</param>
internal sealed record DataKey(string KeyId, long Until, byte[] Key, long RenewAt = 0)
{
    private const string Prefix = "data-";
    private const int TailLength = 22;

    /// <summary>An hour, to the millisecond.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private static readonly SearchValues<char> TailCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    private static readonly byte[] Domain = "ascs-data-key-v1"u8.ToArray();

    /// <summary>A new key, hashed from the caller's PlatID, Beijing time and random bytes by the suite's hash.</summary>
    public static DataKey Make(string suite, PlatId caller, DateTimeOffset now, byte[]? random = null)
    {
        var input = LengthPrefixed.Join(
            Domain, Encoding.ASCII.GetBytes(caller.ToString()), Encoding.ASCII.GetBytes(MintedToken.BeijingText(now)), random ?? RandomNumberGenerator.GetBytes(32));
        var key = suite == SessionSuite.Gm ? Sm3.Hash(input) : SHA256.HashData(input);
        return new DataKey(Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), (now + Lifetime).ToUnixTimeMilliseconds(), key);
    }

    /// <summary>Whether it may be used.</summary>
    public bool Lives(DateTimeOffset now) => now.ToUnixTimeMilliseconds() < Until;

    /// <summary>Encrypted to the caller, bound to session, name and end.</summary>
    public SessionDataKey Wrap(SessionId session, (string KeyId, Sm2PublicKey Key) exchange, DateTimeOffset now)
    {
        var wrapped = exchange.Key.Encrypt(Bound(session, KeyId, Until, Key));
        var until = UnixTime.TryFrom(Until, out var time) ? time : default;
        return new SessionDataKey(KeyId, exchange.KeyId, Base64Url.EncodeToString(wrapped), until, (int)((Until - now.ToUnixTimeMilliseconds()) / 1000));
    }

    /// <summary>Opens what <see cref="Wrap"/> made; null when it is another's or says something else. Ends by the opener's clock.</summary>
    public static DataKey? Unwrap(SessionDataKey wrapped, SessionId session, Sm2PrivateKey exchange, DateTimeOffset now)
    {
        if (!IsKeyId(wrapped.KeyId) || wrapped.Seconds is < 1 or > 3600) return null;
        if (!Base64Url.IsValid(wrapped.Wrapped) || !exchange.TryDecrypt(Base64Url.DecodeFromChars(wrapped.Wrapped), out var bound) || bound.Length < 32) return null;
        var key = bound[^32..];
        if (!bound.AsSpan().SequenceEqual(Bound(session, wrapped.KeyId, wrapped.Until.Milliseconds, key))) return null;
        var lifetime = TimeSpan.FromSeconds(wrapped.Seconds);
        return new DataKey(wrapped.KeyId, (now + lifetime).ToUnixTimeMilliseconds(), key, KeptSession.RenewAt(now, lifetime));
    }

    // Its name becomes a part of every sealed text.
    private static bool IsKeyId(string keyId) =>
        keyId.Length == Prefix.Length + TailLength && keyId.StartsWith(Prefix, StringComparison.Ordinal) && !keyId.AsSpan(Prefix.Length).ContainsAnyExcept(TailCharacters);

    private static byte[] Bound(SessionId session, string keyId, long until, byte[] key)
    {
        var end = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(end, until);
        return LengthPrefixed.Join(Domain, Encoding.ASCII.GetBytes(session.ToString()), Encoding.ASCII.GetBytes(keyId), end, key);
    }
}
