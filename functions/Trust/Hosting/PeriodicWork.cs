using Ascs.Trust.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Hosting;

/// <summary>
/// Work in rounds: one at the start, then one after each pause. A round that fails is told and made again; <c>/health</c> names the part until one succeeds.
/// </summary>
/// <param name="name">Of the part, in lower case.</param>
/// <param name="pause">Between two rounds.</param>
/// <param name="failure">What it means when a round fails, for the journal.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The journal.</param>
public abstract class PeriodicWork(string name, TimeSpan pause, string failure, TimeProvider time, ILogger logger) : BackgroundService, IHealthPart
{
    // Whether the last round went through.
    private volatile bool works = true;

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <inheritdoc/>
    public virtual Task<bool> IsUpAsync(CancellationToken cancellationToken) => Task.FromResult(works);

    /// <summary>One round.</summary>
    public abstract Task RunOnceAsync(CancellationToken ct);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            works = await TryAsync(stoppingToken);
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryAsync(CancellationToken ct)
    {
        try
        {
            await RunOnceAsync(ct);
            return true;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            logger.Fault(fault, failure);
            return false;
        }
    }
}
