using Ascs.Trust.Hosting;

namespace Ascs.Operator;

/// <summary>Up when the state was read back, so that orders are taken, and none of its loops has just failed.</summary>
internal sealed class OperatorHealth(OperatorStart start, TimeProvider time) : IHealthPart
{
    /// <summary>Hand-over, pull, push, journal and closing.</summary>
    public LoopHealth Loops { get; } = new("operator", time);

    public string Name => Loops.Name;

    public async Task<bool> IsUpAsync(CancellationToken cancellationToken) => start.IsDone && await Loops.IsUpAsync(cancellationToken);
}
