using System.Text.Json.Serialization;
using Ascs.Storage;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>An entry of the index of dispatches at work; everything but a parked one's fault is in its id.</summary>
/// <param name="Fault">Of a parked one: the type of the exception that it always meets.</param>
internal sealed record IndexEntry(string? Fault = null)
{
    public static DocumentSchema<IndexEntry> Schema { get; } = new("dispatch at work", 1, EngineJson.Default.IndexEntry);
}

/// <summary>Generated serialisation of the engine's documents.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IndexEntry))]
internal sealed partial class EngineJson : JsonSerializerContext;
