using Ascs.Trust.Hosting;
using Ascs.TrustedParty.Workflow.Engine;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Up while the engine turns.</summary>
internal sealed class DispatchHealth(SendEngine engine) : IHealthPart
{
    /// <inheritdoc/>
    public string Name => "dispatches";

    /// <inheritdoc/>
    public Task<bool> IsUpAsync(CancellationToken cancellationToken) => Task.FromResult(engine.IsTurning);
}
