using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Storage;

namespace Ascs.Operator.Reports;

/// <summary>What goes in one call: whole pages as far as they fit, or the beginning of one that alone is too much. Pure.</summary>
/// <param name="Pages">From the first that waits, without a gap; at least one.</param>
/// <param name="Items">Theirs, or the first ones of the only page; at least one.</param>
/// <param name="Shift">The trusted party's sequences less ours.</param>
internal sealed record ReportLoad(IReadOnlyList<Stored<ReportPage>> Pages, IReadOnlyList<OutcomeItem> Items, long Shift)
{
    /// <summary>The body that the trusted party takes, less what stands around the items.</summary>
    public static readonly int MaxBytes = TrustedPartyCatalogue.ReportOutcomes.Limits.MaxBodyBytes - 1024;

    /// <summary>The call, with the sequence of its first item.</summary>
    public ReportOutcomesRequest Request => new(1, First(Pages[0]) + Shift, Items);

    /// <summary>Takes what fits.</summary>
    /// <param name="waiting">Pages in order; at least one.</param>
    /// <param name="most">Most items.</param>
    /// <param name="shift">The trusted party's sequences less ours.</param>
    public static ReportLoad Take(IReadOnlyList<Stored<ReportPage>> waiting, int most, long shift)
    {
        var (pages, items, bytes) = (new List<Stored<ReportPage>>(), new List<OutcomeItem>(), 0);
        foreach (var page in waiting)
        {
            var fitting = page.Value.Items.TakeWhile((item, i) => items.Count + i < most && (bytes += ReportPage.BytesOf(item)) <= MaxBytes).ToArray();
            var fits = fitting.Length == page.Value.Items.Count;
            // A page that a commit thought lost brought back may overlap the next: that one is for another call.
            if (pages.Count > 0 && (!fits || First(page) != First(pages[0]) + items.Count)) break;
            pages.Add(page);
            items.AddRange(fitting);
            if (!fits) break;
        }

        return new(pages, items, shift);
    }

    /// <summary>The same items have the same key: a retry after a lost answer is one. Others never have it, even in the same place.</summary>
    public static string KeyOf(ReportOutcomesRequest request) =>
        "outcomes-" + Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, WireOptions.Strict)).AsSpan(0, 16));

    /// <summary>What to write when the trusted party holds everything up to a sequence: pages go, one held in part gives way to its rest. Empty when it holds none.</summary>
    public IReadOnlyList<Write> Held(long through)
    {
        through -= Shift;
        var writes = new List<Write>();
        foreach (var page in Pages.Where(p => First(p) <= through))
        {
            writes.Add(new Write.Delete(page.Key.Id));
            var rest = page.Value.Items.Skip((int)Math.Min(through - First(page) + 1, ReportPage.MaxItems)).ToArray();
            if (rest.Length > 0) writes.Add(ReportPage.Schema.Upsert(DeliveryPlaces.Report(through + 1), new ReportPage(rest)));
        }

        return writes;
    }

    /// <summary>What to write when the trusted party refuses the only item: it is told bare. Null when it is bare already.</summary>
    public Write? Bare()
    {
        var (page, bare) = (Pages[0], ReportPage.Bare(Items[0]));
        return bare == Items[0] ? null : ReportPage.Schema.Replace(page.Key.Id, new ReportPage([bare, .. page.Value.Items.Skip(1)]), page.ETag);
    }

    private static long First(Stored<ReportPage> page) => long.Parse(page.Key.Id.AsSpan(DeliveryPlaces.Reports.Length), CultureInfo.InvariantCulture);
}
