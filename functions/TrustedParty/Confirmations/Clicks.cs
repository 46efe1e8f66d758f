using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>The clicks recorded.</summary>
internal sealed class Clicks(IDocumentStore store)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365); // long after it expired it is refused still, not forgotten

    /// <summary>The click of a showing, or null.</summary>
    public async Task<Click?> FindAsync(EnterpriseId enterprise, ConsentNonce nonce, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Work, Click.Key(enterprise, nonce), Click.Schema, ct))?.Value;

    /// <summary>Records a click and gives back the one that counts: the first.</summary>
    public async Task<Click> RecordAsync(EnterpriseId enterprise, ConsentNonce nonce, Click click, CancellationToken ct)
    {
        var key = Click.Key(enterprise, nonce);
        var create = Click.Schema.Create(key.Id, click, click.At.ToTime() + Kept);
        if (await store.TryCommitAsync(Containers.Work, key.Partition, create, ct) is not null)
            return click;
        return await FindAsync(enterprise, nonce, ct) ?? throw new StoreUnavailableException("a click came and went");
    }
}
