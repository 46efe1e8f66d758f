using Ascs.Contracts;

namespace Ascs.TrustedParty.Deliveries;

/// <summary>The way to the operators.</summary>
internal interface IOperatorLanes
{
    /// <summary>
    /// Hands orders to an operator, in one call with those of other dispatches, and tries again while it does not answer.
    /// </summary>
    /// <param name="home">The operator.</param>
    /// <param name="group">The orders.</param>
    /// <param name="ct">Stops trying.</param>
    /// <returns>True when the operator holds them; false when it did not answer until they were too late.</returns>
    Task<bool> SubmitAsync(OperatorId home, OrderGroup group, CancellationToken ct);
}
