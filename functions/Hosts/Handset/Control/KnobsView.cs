using Ascs.Hosts.Handset.Simulation;

namespace Ascs.Hosts.Handset.Control;

/// <summary>The knobs page.</summary>
/// <param name="Knobs">As they stand, or as they were typed when something is wrong with them.</param>
/// <param name="Totals">Per gateway.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Done">Just turned.</param>
public sealed record KnobsView(Knobs Knobs, IReadOnlyList<GatewayTotals> Totals, IReadOnlyList<KnobFault> Faults, bool Done);
