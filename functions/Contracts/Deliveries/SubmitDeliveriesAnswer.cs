namespace Ascs.Contracts;

/// <summary>The orders are durable at the operator; each gets an outcome by `outcomes/report`.</summary>
/// <param name="V">1.</param>
/// <param name="Accepted">How many.</param>
public sealed record SubmitDeliveriesAnswer(int V, int Accepted);
