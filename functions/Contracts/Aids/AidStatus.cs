namespace Ascs.Contracts;

/// <summary>State of one AID. Everything but the state is null for UNKNOWN.</summary>
/// <param name="Aid">The AID.</param>
/// <param name="State">Its state at the time of the answer: expiry is decided by the clock.</param>
/// <param name="ServiceId">Its service.</param>
/// <param name="Channels">Channels consented to.</param>
/// <param name="ExpiresAt">End of its term.</param>
/// <param name="Assurance">Assurance of the consent.</param>
/// <param name="RevokedAt">When it was withdrawn.</param>
public sealed record AidStatus(
    Aid Aid, AidState State, ServiceId? ServiceId = null, [Items(0, 2)] IReadOnlyList<Channel>? Channels = null, UnixTime? ExpiresAt = null,
    Assurance? Assurance = null, UnixTime? RevokedAt = null);
