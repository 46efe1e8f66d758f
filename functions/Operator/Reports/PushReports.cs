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
    IDocumentStore store, ReportNumbers numbers, IPlatformCaller caller, IPlatformDirectory platforms, ReportSignal signal, TimeProvider time, ILogger<PushReports> log)
{
    private const int PagesAtOnce = 50;

    private static readonly Backoff Pauses = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30));

    private int _most = ReportPage.MaxItems; // fewer while an item is looked for that the trusted party refuses

    /// <summary>Pushes until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var pause = Pauses.First;
        while (true)
        {
            if (await StepAsync(ct) is not { } pushed)
            {
                await Task.Delay(pause, time, ct);
                pause = Pauses.After(pause);
                continue;
            }

            pause = Pauses.First;
            if (!pushed) await signal.WaitAsync(ct);
        }
    }

    /// <summary>Pushes what waits first: true when something was, false when nothing waits, null when it must be tried again.</summary>
    public async Task<bool?> StepAsync(CancellationToken ct)
    {
        try
        {
            if (await numbers.ReadAsync(ct) is not { } stream) return null;
            var waiting = await store.RangeAsync(
                Containers.Work, DeliveryPlaces.Partition, DeliveryPlaces.Reports, IdRange.EndOf(DeliveryPlaces.Reports), PagesAtOnce, ReportPage.Schema, ct);
            if (waiting.Items.Count == 0) return false;
            var load = ReportLoad.Take(waiting.Items, _most, stream.Shift);
            var request = load.Request;
            await numbers.OfferAsync(request, ct);
            var answer = await caller.CallAsync(platforms.TrustedParty(), TrustedPartyCatalogue.ReportOutcomes, request, ReportLoad.KeyOf(request), ct);
            if (answer.Value is { } held) return await RemoveAsync(load, held.Through, ct);
            log.Warn($"{load.Items.Count} outcomes from {request.FirstSequence} on were not taken: {answer.Problem?.Code.Code}");
            return answer.Problem is { } problem && IsOfContent(problem.Code) ? await NarrowAsync(load, ct) : null;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    // Every other refusal is of the platform, its clock or its keys, and no item's fault.
    private static bool IsOfContent(ProblemCode code) => code == ProblemCodes.SchemaInvalid || code == ProblemCodes.BodyTooLarge;

    // A call is taken as a whole or not at all: halved until the item is found that is refused, which then gives way to what can't be. The stream goes on, without a gap.
    private async Task<bool?> NarrowAsync(ReportLoad load, CancellationToken ct)
    {
        _most = Math.Max(1, load.Items.Count / 2);
        if (load.Items.Count > 1) return true;
        if (load.Bare() is not { } bare) return null;
        log.Warn($"outcome {load.Request.FirstSequence} is refused by the trusted party and told bare");
        await store.CommitAsync(Containers.Work, DeliveryPlaces.Partition, [bare], ct);
        return true;
    }

    // Null when it holds none of them: it is behind, and gets them again.
    private async Task<bool?> RemoveAsync(ReportLoad load, long through, CancellationToken ct)
    {
        _most = ReportPage.MaxItems;
        if (load.Held(through) is not { Count: > 0 } held) return null;
        await store.CommitAsync(Containers.Work, DeliveryPlaces.Partition, held, ct);
        return true;
    }
}
