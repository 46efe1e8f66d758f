using System.Globalization;
using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Operator.Reports;

/// <summary>Pushes reports in sequence until the trusted party has them durably; small ones together. Retried for as long as it takes.</summary>
internal sealed class PushReports(
    IDocumentStore store, IPlatformCaller caller, IPlatformDirectory platforms, ReportSignal signal, TimeProvider time, ILogger<PushReports> log)
{
    private const int PagesAtOnce = 50;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Pushes until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var pause = FirstPause;
        while (true)
        {
            if (await StepAsync(ct) is not { } pushed)
            {
                await Task.Delay(pause, time, ct);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                continue;
            }

            pause = FirstPause;
            if (!pushed) await signal.WaitAsync(ct);
        }
    }

    /// <summary>Pushes what waits first: true when something was, false when nothing waits, null when it must be tried again.</summary>
    public async Task<bool?> StepAsync(CancellationToken ct)
    {
        try
        {
            var waiting = await store.RangeAsync(
                Containers.Work, DeliveryPlaces.Partition, DeliveryPlaces.Reports, IdRange.EndOf(DeliveryPlaces.Reports), PagesAtOnce, ReportPage.Schema, ct);
            if (waiting.Items.Count == 0) return false;
            var pages = Together(waiting.Items);
            var first = SequenceOf(pages[0]);
            var request = new ReportOutcomesRequest(1, first, [.. pages.SelectMany(p => p.Value.Items)]);
            var answer = await caller.CallAsync(platforms.TrustedParty(), TrustedPartyCatalogue.ReportOutcomes, request, KeyOf(request), ct);
            if (answer.Value is { } held) return await RemoveAsync(pages, held.Through, ct) ? true : null;
            log.Warn($"outcomes from {first} on were not taken: {answer.Problem?.Code.Code}");
            return null;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    // The same items have the same key: a retry after a lost answer is one.
    private static string KeyOf(ReportOutcomesRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"outcomes-{request.FirstSequence:D15}-{request.Items.Count:D3}");

    private static long SequenceOf(Stored<ReportPage> page) => long.Parse(page.Key.Id.AsSpan(DeliveryPlaces.Reports.Length), CultureInfo.InvariantCulture);

    private static List<Stored<ReportPage>> Together(IReadOnlyList<Stored<ReportPage>> waiting)
    {
        var (pages, items) = (new List<Stored<ReportPage>>(), 0);
        foreach (var page in waiting)
        {
            if (pages.Count > 0 && items + page.Value.Items.Count > ReportPage.MaxItems) break;
            pages.Add(page);
            items += page.Value.Items.Count;
        }

        return pages;
    }

    // False when it holds none of them: it is behind, and gets them again.
    private async Task<bool> RemoveAsync(List<Stored<ReportPage>> pages, long through, CancellationToken ct)
    {
        var held = pages.Where(p => SequenceOf(p) + p.Value.Items.Count - 1 <= through).Select(p => (Write)new Write.Delete(p.Key.Id)).ToArray();
        if (held.Length > 0) await store.CommitAsync(Containers.Work, DeliveryPlaces.Partition, held, ct);
        return held.Length > 0;
    }
}
