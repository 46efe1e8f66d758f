using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Ascs.Storage;

namespace Ascs.Trust.Sessions;

/// <summary>A session at the platform called, as it is stored: one for each calling platform. Tokens as SHA-256 only (CHEAA-4.1.2.2).</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Certificate">SHA-256 of the certificate that logged in, hex: the session counts on its connections only.</param>
/// <param name="Suite">Chosen at login.</param>
/// <param name="Access">Hash of the access token.</param>
/// <param name="AccessUntil">Milliseconds since the epoch; at that millisecond it is void.</param>
/// <param name="Refresh">Hash of the refresh token.</param>
/// <param name="RefreshUntil">Milliseconds since the epoch, counted from the login; then the session ends.</param>
/// <param name="Sealed">A sealed <see cref="SessionSecretState"/>.</param>
internal sealed record SessionRecord(
    string SessionId, string Certificate, string Suite, byte[] Access, long AccessUntil, byte[] Refresh, long RefreshUntil, byte[] Sealed)
{
    /// <summary>CHEAA-4.1.2.2 c.</summary>
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromHours(2), RefreshLifetime = TimeSpan.FromDays(14);

    public static readonly DocumentSchema<SessionRecord> Schema = new("session", 1, SessionJson.Default.SessionRecord);

    /// <summary>What is kept of a token.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    /// <summary>Whether these are the hash of the newest access token.</summary>
    public bool IsAccess(byte[] hash) => CryptographicOperations.FixedTimeEquals(Access, hash);

    /// <summary>Whether the access token may be used.</summary>
    public bool Lives(DateTimeOffset now) => now.ToUnixTimeMilliseconds() < AccessUntil;

    /// <summary>The next pair of tokens; the former one is void with this.</summary>
    public SessionRecord With(string access, string refresh, DateTimeOffset now) => this with
    {
        Access = HashOf(access), AccessUntil = Math.Min((now + AccessLifetime).ToUnixTimeMilliseconds(), RefreshUntil), Refresh = HashOf(refresh),
    };
}

/// <summary>A refresh token that was used, kept as long as its session could live: shown again it is a copy.</summary>
/// <param name="SessionId">Of which session.</param>
/// <param name="Access">Hash of the access token it came with.</param>
/// <param name="UsedAt">Milliseconds since the epoch.</param>
internal sealed record UsedRefresh(string SessionId, byte[] Access, long UsedAt)
{
    public static readonly DocumentSchema<UsedRefresh> Schema = new("used refresh token", 1, SessionJson.Default.UsedRefresh);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SessionRecord))]
[JsonSerializable(typeof(SessionSecretState))]
[JsonSerializable(typeof(UsedRefresh))]
[JsonSerializable(typeof(KeptSession))]
[JsonSerializable(typeof(SealedSession))]
internal sealed partial class SessionJson : JsonSerializerContext;
