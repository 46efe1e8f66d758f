namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>
/// The stored log contradicts itself: something was removed, rolled back or forked. The host stops: signing on would make the damage look like the truth.
/// </summary>
/// <param name="what">What contradicts, as a sentence.</param>
public sealed class LogDamagedException(string what)
    : Exception($"The evidence log is damaged: {what} Nothing was changed. Restore the store from a backup that holds the newest checkpoint, and keep this one as evidence.");
