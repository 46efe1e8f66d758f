using System.Buffers.Text;
using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Operator.Reports;

/// <summary>
/// Keeps the numbers of reports right after a restore. A store that went back gives sequences again that the trusted party has taken, and it would believe to hold
/// those reports, opt-outs among them. So it is asked before anything is sent from here. Down until the next start when the store was found to have gone back.
/// </summary>
internal sealed class ReportNumbers(IDocumentStore store, IPlatformCaller caller, IPlatformDirectory platforms, ILogger<ReportNumbers> log) : IHealthPart
{
    private ReportStream? _stream; // null until the trusted party has said how far it holds reports
    private volatile bool _wentBack;

    /// <inheritdoc/>
    public string Name => "reports";

    /// <inheritdoc/>
    public Task<bool> IsUpAsync(CancellationToken cancellationToken) => Task.FromResult(!_wentBack);

    /// <summary>The numbers; null when the trusted party did not answer.</summary>
    public async Task<ReportStream?> ReadAsync(CancellationToken ct) => _stream ?? await AskAsync(ct);

    /// <summary>To be called before a call: keeps what it sends.</summary>
    public Task OfferAsync(ReportOutcomesRequest request, CancellationToken ct) => KeepAsync(_stream!.Offering(request.FirstSequence + request.Items.Count - 1), ct);

    private async Task<ReportStream?> AskAsync(CancellationToken ct)
    {
        var stored = (await store.ReadAsync(Containers.Work, DeliveryPlaces.Key(DeliveryPlaces.Stream), ReportStream.Schema, ct))?.Value ?? ReportStream.New;
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)); // every time anew: an earlier answer is of no use
        var answer = await caller.CallAsync(platforms.TrustedParty(), TrustedPartyCatalogue.ReportOutcomes, new ReportOutcomesRequest(1, 1, []), key, ct);
        if (answer.Value is not { } held)
        {
            log.Warn($"the trusted party did not say how far it holds reports: {answer.Problem?.Code.Code}");
            return null;
        }

        var heard = stored.Hearing(held.Through);
        if (heard != stored) TellWentBack(stored.Offered, held.Through);
        await KeepAsync(heard, ct);
        return heard;
    }

    private void TellWentBack(long offered, long through)
    {
        _wentBack = true;
        log.Warn($"this store is older than what the trusted party knows: it holds reports up to {through}, here the last sent is {offered}. New ones follow {through}");
    }

    private async Task KeepAsync(ReportStream stream, CancellationToken ct)
    {
        if (stream != _stream)
            await store.CommitAsync(Containers.Work, DeliveryPlaces.Partition, [ReportStream.Schema.Upsert(DeliveryPlaces.Stream, stream)], ct);
        _stream = stream;
    }
}
