using System.Globalization;
using System.Text.Json.Nodes;

namespace Ascs.Contracts;

/// <summary>A whole number within bounds, both included.</summary>
/// <param name="min">Smallest.</param>
/// <param name="max">Largest.</param>
public sealed class RangeAttribute(long min, long max) : RuleAttribute
{
    /// <summary>The largest whole number that every JSON reader keeps: 2^53 - 1.</summary>
    public const long Largest = (1L << 53) - 1;

    /// <summary>Smallest.</summary>
    public long Min { get; } = min;

    /// <summary>Largest.</summary>
    public long Max { get; } = max;

    /// <inheritdoc/>
    public override string? Fault(object value) =>
        Convert.ToInt64(value, CultureInfo.InvariantCulture) is var number && number >= Min && number <= Max ? null : "RANGE";

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        (schema["minimum"], schema["maximum"]) = (Min, Max);
    }
}
