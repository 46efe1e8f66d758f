using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Audit;

/// <summary>
/// Key acts on record. Each twice: before it, durably, as <c>BEGUN</c>, and behind it with what came of it. A begun act without an end is one that a crash or a
/// failing store cut short. The key's id is told, never the key.
/// </summary>
/// <param name="trail">Where to.</param>
/// <param name="who">Who acts: <see cref="AuditEntry.Platform"/>, or an operator of it.</param>
/// <param name="time">The clock.</param>
public sealed class AuditedKeys(IAuditTrail trail, string who, TimeProvider time)
{
    /// <summary>Does a key act between its two records.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="keyId">Of which key.</param>
    /// <param name="act">Does it.</param>
    /// <param name="changed">Whether the act changed anything.</param>
    /// <param name="ct">Cancels the act; what came of one that was begun is recorded nevertheless.</param>
    /// <exception cref="StoreUnavailableException">It is not on record; then it did not happen, or it did and the record says only that it was begun.</exception>
    public async Task<T> RunAsync<T>(AuditEvent kind, string keyId, Func<Task<T>> act, Func<T, bool> changed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(changed);
        await RecordAsync(kind, keyId, "BEGUN", ct);
        var result = "FAILED";
        try
        {
            var answer = await act();
            result = changed(answer) ? AuditEntry.Ok : "UNCHANGED";
            return answer;
        }
        finally
        {
            await RecordAsync(kind, keyId, result, CancellationToken.None);
        }
    }

    private ValueTask RecordAsync(AuditEvent kind, string keyId, string result, CancellationToken ct) =>
        trail.RecordDurablyAsync(new AuditEntry(kind, who, keyId, result, null, UnixTime.From(time.GetUtcNow())), ct);
}
