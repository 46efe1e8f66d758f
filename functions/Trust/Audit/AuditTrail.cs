using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Audit.Alerts;
using Ascs.Trust.Calls;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Audit;

/// <summary>
/// The audit trail of a platform. What is recorded waits in memory for a second at most and goes into the store as one signed batch, so a call pays nothing for
/// being on record; what must not be lost waits for its batch. Disposing it writes what waits.
/// </summary>
public sealed class AuditTrail : IAuditTrail, IAsyncDisposable, IDisposable
{
    private readonly AuditQueue queue = new();
    private readonly AuditWriter writer;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Lazy<Task> writing;
    private AuditGroup? group; // of the writing task: what its last attempt was about, the same at the next
    private volatile bool works = true;
    private volatile bool broken;
    private volatile AlertWatch? watch;

    /// <summary>A trail; it does nothing until the first entry.</summary>
    /// <param name="store">Shared by all instances of the platform.</param>
    /// <param name="author">Signs.</param>
    /// <param name="platform">Whose trail.</param>
    /// <param name="kept">How long records are kept.</param>
    /// <param name="witness">What is known of it from elsewhere.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The journal.</param>
    public AuditTrail(IDocumentStore store, IAuthor author, PlatId platform, AuditTerm kept, AuditWitness witness, TimeProvider time, ILogger<AuditTrail> logger)
    {
        writer = new AuditWriter(store, author, platform, kept, witness, logger);
        (this.time, this.logger) = (time, logger);
        writing = new Lazy<Task>(() => Task.Run(WriteAsync));
    }

    /// <summary>Whether the last batch could be written.</summary>
    public bool Works => works;

    /// <summary>Whether this start found that somebody was at the trail.</summary>
    public bool IsBroken => broken;

    /// <summary>Shows it everything that goes on record from now on.</summary>
    internal void ShowTo(AlertWatch observer) => watch = observer;

    /// <inheritdoc/>
    public void Record(AuditEntry entry)
    {
        queue.Add(entry);
        _ = writing.Value;
    }

    /// <inheritdoc/>
    public async ValueTask RecordDurablyAsync(AuditEntry entry, CancellationToken ct)
    {
        var written = queue.AddUrgent(entry);
        _ = writing.Value;
        await written.WaitAsync(ct);
    }

    /// <summary>Writes what waits and takes no more. Calling it again does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Close();
        if (writing.IsValueCreated) await writing.Value;
    }

    /// <summary>As <see cref="DisposeAsync"/>, for containers that are disposed synchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task WriteAsync()
    {
        var opened = false;
        while (await queue.WaitAsync())
        {
            var taken = queue.Take();
            while (!(opened = opened || await TryAsync(OpenAsync, taken)) || !await TryAsync(() => WriteAsync(taken), taken))
            {
                if (!await queue.PauseAsync()) return; // the platform stops and its store is gone: what a crash would lose is lost
            }

            await TryAsync(() => writer.PublishIfDueAsync(time.GetUtcNow()), []);
        }

        await TryAsync(() => writer.EndAsync(time.GetUtcNow()), []);
    }

    private async Task OpenAsync()
    {
        foreach (var fault in await writer.OpenAsync(time.GetUtcNow()))
        {
            broken = true;
            logger.Warn(fault);
            Record(new AuditEntry(AuditEvent.AuditBroken, AuditEntry.Platform, "trail", "FOUND_AT_START", null, UnixTime.From(time.GetUtcNow())));
        }
    }

    // Until it is written, or the platform stops: a trail has no gaps while there is a store.
    private async Task WriteAsync(List<AuditQueue.Waiting> taken)
    {
        if (taken.Count == 0) return;
        group ??= new AuditGroup(AuditMerge.Of([.. taken.Select(waiting => waiting.Entry)], queue.TakeLost(), time.GetUtcNow()), time.GetUtcNow());
        await writer.WriteAsync(group);
        var written = group.Entries;
        group = null;
        foreach (var waiting in taken) waiting.Written?.TrySetResult();
        foreach (var alert in watch?.Observe(written) ?? []) Record(alert);
    }

    private async Task<bool> TryAsync(Func<Task> act, List<AuditQueue.Waiting> waits)
    {
        try
        {
            await act();
            return works = true;
        }
#pragma warning disable CA1031 // whatever stops it, records are kept and tried again
        catch (Exception fault)
#pragma warning restore CA1031
        {
            works = false;
            logger.Fault(fault, "The audit trail could not be written; tried again in a second");
            if (watch?.Unwritable(UnixTime.From(time.GetUtcNow())) is { } alert) Record(alert);
            foreach (var waiting in waits) waiting.Written?.TrySetException(new StoreUnavailableException("The audit trail could not be written."));
            return false;
        }
    }
}
