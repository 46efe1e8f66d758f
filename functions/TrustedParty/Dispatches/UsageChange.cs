using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>A changed usage as the two writes it takes.</summary>
/// <param name="Tag">Whose.</param>
/// <param name="State">The document, by compare-and-swap.</param>
/// <param name="Page">What no longer fits in it; null when all does. Written first.</param>
internal sealed record UsageChange(SubscriberTag Tag, Write State, Write? Page)
{
    /// <summary>How a usage is written. Pure.</summary>
    /// <param name="tag">Whose.</param>
    /// <param name="etag">What it was read with; null when there was none.</param>
    /// <param name="usage">The usage after the change.</param>
    /// <param name="now">Decides what no longer counts.</param>
    /// <param name="until">How long it is kept.</param>
    public static UsageChange Plan(SubscriberTag tag, string? etag, Usage usage, UnixTime now, DateTimeOffset until)
    {
        var (rest, old) = UsageRules.Overflow(usage, now);
        var state = etag is null
            ? DispatchDocuments.UsageSchema.Create(DispatchDocuments.Usage, rest, until)
            : DispatchDocuments.UsageSchema.Replace(DispatchDocuments.Usage, rest, etag, until);
        return new(tag, state, old.Count == 0 ? null : DispatchDocuments.UsagePageSchema.Upsert(DispatchDocuments.UsagePage(rest.Pages - 1), old, until));
    }
}
