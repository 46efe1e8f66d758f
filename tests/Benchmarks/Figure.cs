namespace Ascs.Benchmarks;

/// <summary>One measured path beside its floor of the same run.</summary>
/// <param name="Path">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit; more is better exactly when it ends with `/s`.</param>
/// <param name="Target">What the design asks for.</param>
/// <param name="Floor">The same unit with nothing but what can't be left out; null when there is none.</param>
/// <param name="FloorIs">What the floor is.</param>
/// <param name="Notes">Percentiles, memory and the like.</param>
internal sealed record Figure(string Path, double Value, string Unit, string Target, double? Floor, string FloorIs, string Notes)
{
    /// <summary>The share of the floor's speed that is reached: 1 is the floor itself.</summary>
    public double? Ratio => Floor is not { } floor ? null : Unit.EndsWith("/s", StringComparison.Ordinal) ? Value / floor : floor / Value;
}
