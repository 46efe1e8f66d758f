using System.Text.Json.Nodes;

namespace Ascs.Storage;

/// <summary>Turns a document's data of one version into the next. Pure: no clock, no store, the same answer every time, and no failure on valid data.</summary>
public interface IUpgrade
{
    /// <summary>The version it reads; it answers data of version <c>From + 1</c>.</summary>
    int From { get; }

    /// <summary>The data one version later. May change and return its argument.</summary>
    JsonNode? Apply(JsonNode? data);
}
