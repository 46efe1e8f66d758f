using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ascs.Contracts;

/// <summary>What the names of a map's members must match.</summary>
/// <param name="pattern">Regular expression of the whole name.</param>
public sealed class NamesAttribute(string pattern) : RuleAttribute
{
    private readonly Regex regex = new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Regular expression of the whole name.</summary>
    public string Pattern { get; } = pattern;

    /// <inheritdoc/>
    /// <param name="value">One name.</param>
    public override string? Fault(object value) => value is string name && !name.EndsWith('\n') && regex.IsMatch(name) ? null : "NAME";

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema["propertyNames"] = new JsonObject { ["pattern"] = Pattern };
    }
}
