using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.Dispatches;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Background;

/// <summary>
/// Background work that one instance of the platform does at a time. An instance that starts again takes its own lease back at once, so a crash costs no waiting.
/// Leases only save double work: whatever is done under one stays correct when two instances do it for a moment, because every write is a compare-and-swap.
/// </summary>
internal abstract class LeasedWork(string name, IDocumentStore store, DispatchOptions options, TimeProvider time, ILogger logger)
    : BackgroundService, IHealthPart
{
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly LoopHealth health = new(name, time);

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>Where it says what it does.</summary>
    protected ILogger Logger => logger;

    /// <summary>False while the work fails again and again; true also where another instance has the lease.</summary>
    public virtual Task<bool> IsUpAsync(CancellationToken cancellationToken) => health.IsUpAsync(cancellationToken);

    /// <summary>Does the work until cancelled. When it throws it is begun again after a pause.</summary>
    protected abstract Task RunAsync(CancellationToken ct);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await TakeAsync(stoppingToken) is { } etag) await HoldAsync(etag, stoppingToken);
                else await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                health.Failed();
                logger.Fault(e, $"The work {name} was interrupted and will be taken up again");
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HoldAsync(string etag, CancellationToken stopping)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var work = RunAsync(held.Token);
        try
        {
            while (true)
            {
                var renewal = Task.Delay(Term / 3, time, held.Token);
                if (await Task.WhenAny(work, renewal) == work) break;
                await renewal;
                if (await WriteAsync(etag, stopping) is not { } renewed) break; // somebody else has it
                etag = renewed;
            }
        }
        finally
        {
            await held.CancelAsync();
        }

        await work;
    }

    private async Task<string?> TakeAsync(CancellationToken ct)
    {
        var lease = await store.ReadAsync(Containers.Heads, new DocumentKey(LeaseDocument.Partition, name), LeaseDocument.Schema, ct);
        if (lease is not null && lease.Value.Instance != options.Instance && lease.Value.Until.ToTime() > time.GetUtcNow()) return null;
        return await WriteAsync(lease?.ETag, ct);
    }

    private Task<string?> WriteAsync(string? etag, CancellationToken ct)
    {
        var lease = new LeaseDocument(options.Instance, UnixTime.From(time.GetUtcNow() + Term));
        return store.TryCommitAsync(
            Containers.Heads, LeaseDocument.Partition, etag is null ? LeaseDocument.Schema.Create(name, lease) : LeaseDocument.Schema.Replace(name, lease, etag), ct);
    }
}
