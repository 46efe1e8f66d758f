using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>The answers recorded. Who answers first is decided by the store, not by who looked first.</summary>
internal sealed class Clicks(IDocumentStore store)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365); // long after it expired it is refused still, not forgotten

    /// <summary>The answer of a showing, or null.</summary>
    public async Task<Click?> FindAsync(EnterpriseId enterprise, ConsentNonce nonce, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Work, Click.Key(enterprise, nonce), Click.Schema, ct))?.Value;

    /// <summary>Records an answer and gives back the one that counts.</summary>
    public async Task<Click> RecordAsync(EnterpriseId enterprise, ConsentNonce nonce, Click click, CancellationToken ct)
    {
        var key = Click.Key(enterprise, nonce);
        var expires = click.At.ToTime() + Kept;
        if (await store.TryCommitAsync(Containers.Work, key.Partition, Click.Schema.Create(key.Id, click, expires), ct) is not null)
            return click;
        while (await store.ReadAsync(Containers.Work, key, Click.Schema, ct) is { } earlier)
        {
            var counts = earlier.Value.Then(click);
            if (counts == earlier.Value
                || await store.TryCommitAsync(Containers.Work, key.Partition, Click.Schema.Replace(key.Id, counts, earlier.ETag, expires), ct) is not null)
                return counts;
        }

        throw new StoreUnavailableException("a click came and went");
    }
}
