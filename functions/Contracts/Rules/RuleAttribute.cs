using System.Text.Json.Nodes;

namespace Ascs.Contracts;

/// <summary>
/// What a member of a request must keep to, as data on the wire record (CHEAA-4.1.3.3 a, b, d). The gate checks it and the OpenAPI document says it. Members whose
/// type says it already (identifiers, times, enumerations, flags) need none. On a list or map of texts a rule of texts is about each of them.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class RuleAttribute : Attribute
{
    /// <summary>Null for a value that keeps to it, else the UPPER_SNAKE_CASE name of what is broken.</summary>
    public abstract string? Fault(object value);

    /// <summary>Writes the same as keywords of JSON Schema 2020-12.</summary>
    public abstract void Describe(JsonObject schema);
}
