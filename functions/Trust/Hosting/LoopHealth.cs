namespace Ascs.Trust.Hosting;

/// <summary>
/// Background work that is begun again whenever it fails: down for a quarter of a minute after a failure, so work that fails again and again stays down.
/// </summary>
/// <param name="name">Of the part, in lower case.</param>
/// <param name="time">The clock.</param>
public sealed class LoopHealth(string name, TimeProvider time) : IHealthPart
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);
    private long lastFailure; // UTC ticks; 0 before the first

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>It failed and is begun again.</summary>
    public void Failed() => Volatile.Write(ref lastFailure, time.GetUtcNow().UtcTicks);

    /// <inheritdoc/>
    public Task<bool> IsUpAsync(CancellationToken cancellationToken) =>
        Task.FromResult(time.GetUtcNow().UtcTicks - Volatile.Read(ref lastFailure) > Remembered.Ticks);
}
