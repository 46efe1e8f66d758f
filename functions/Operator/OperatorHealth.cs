using Ascs.Trust.Hosting;

namespace Ascs.Operator;

/// <summary>Up when the state was read back, so that orders are taken.</summary>
internal sealed class OperatorHealth(OperatorStart start) : IHealthPart
{
    public string Name => "operator";

    public Task<bool> IsUpAsync(CancellationToken cancellationToken) => Task.FromResult(start.IsDone);
}
