using Ascs.Storage;

namespace Ascs.Trust.Sessions;

/// <summary>A session as its caller keeps it, sealed, so that a restart and several instances of a platform share it.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Suite">Chosen at login.</param>
/// <param name="Mac">Signs its messages.</param>
/// <param name="Fields">Seals its tokens.</param>
/// <param name="Access">The access token.</param>
/// <param name="AccessRenewAt">From when a new one is asked for, milliseconds since the epoch by the caller's clock.</param>
/// <param name="AccessUntil">When it ends.</param>
/// <param name="Refresh">The refresh token.</param>
/// <param name="RefreshUntil">When the session ends.</param>
/// <param name="DataKeys">The two newest, oldest first.</param>
/// <param name="RefreshTriedAt">The refresh token was sent then, and no answer is kept: it may be used up. 0 when it was not.</param>
internal sealed record KeptSession(
    string SessionId, string Suite, byte[] Mac, byte[] Fields, string Access, long AccessRenewAt, long AccessUntil, string Refresh, long RefreshUntil,
    IReadOnlyList<DataKey> DataKeys, long RefreshTriedAt = 0)
{
    private const int KeptDataKeys = 2;

    // What is left of a token or key when the next one is asked for.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public static readonly DocumentSchema<SealedSession> Schema = new("caller's session", 1, SessionJson.Default.SealedSession);

    /// <summary>With the tokens of an answer that was asked for at that time; null when they would live longer than any may (CHEAA-4.1.2.2 c), or not at all.</summary>
    public KeptSession? With(string access, int accessSeconds, string refresh, int refreshSeconds, DateTimeOffset asked)
    {
        if (!IsWithin(accessSeconds, SessionRecord.AccessLifetime) || !IsWithin(refreshSeconds, SessionRecord.RefreshLifetime)) return null;
        var lifetime = TimeSpan.FromSeconds(accessSeconds);
        return this with
        {
            Access = access, AccessRenewAt = RenewAt(asked, lifetime), AccessUntil = (asked + lifetime).ToUnixTimeMilliseconds(),
            Refresh = refresh, RefreshUntil = asked.AddSeconds(refreshSeconds).ToUnixTimeMilliseconds(), RefreshTriedAt = 0,
        };
    }

    /// <summary>With another data key.</summary>
    public KeptSession With(DataKey key) => this with { DataKeys = [.. DataKeys.Append(key).TakeLast(KeptDataKeys)] };

    /// <summary>Whether its access token may be used.</summary>
    public bool Lives(DateTimeOffset now) => now.ToUnixTimeMilliseconds() < Math.Min(AccessUntil, RefreshUntil);

    /// <summary>Whether the newest data key is good for a while.</summary>
    public bool HasFreshDataKey(DateTimeOffset now) => HasDataKey(now) && now.ToUnixTimeMilliseconds() < DataKeys[^1].RenewAt;

    /// <summary>Whether the newest data key may be used (CHEAA-4.1.3.1 a).</summary>
    public bool HasDataKey(DateTimeOffset now) => DataKeys is [.., var newest] && newest.Lives(now);

    /// <summary>When the next token or key is asked for: ten minutes before the end, or halfway of what lives shortly.</summary>
    public static long RenewAt(DateTimeOffset asked, TimeSpan lifetime) => (asked + lifetime - (lifetime > 2 * Ahead ? Ahead : lifetime / 2)).ToUnixTimeMilliseconds();

    private static bool IsWithin(int seconds, TimeSpan longest) => seconds > 0 && seconds <= longest.TotalSeconds;
}

/// <summary>How it lies in the store.</summary>
/// <param name="Sealed">A sealed <see cref="KeptSession"/>.</param>
internal sealed record SealedSession(byte[] Sealed);
