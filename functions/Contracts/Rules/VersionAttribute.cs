using System.Text.Json.Nodes;

namespace Ascs.Contracts;

/// <summary>The one version of the record that is known here.</summary>
/// <param name="number">The version.</param>
public sealed class VersionAttribute(int number) : RuleAttribute
{
    /// <summary>The version.</summary>
    public int Number { get; } = number;

    /// <inheritdoc/>
    public override string? Fault(object value) => value is int version && version == Number ? null : "VERSION";

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["const"] = Number;
    }
}
