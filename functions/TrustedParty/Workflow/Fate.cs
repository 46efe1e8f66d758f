using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>What became of one recipient: everything that its leaf says of it.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="At">When it happened.</param>
/// <param name="Reasons">Why not: every failing rule, or the operator's reason. Null is none.</param>
/// <param name="HandedOverAt">When the operator reported the hand-over.</param>
/// <param name="Report">Place of the report that brought it in <see cref="SendState.Reports"/>; null when it was decided here.</param>
internal sealed record Fate(
    [property: JsonPropertyName("o")] SendOutcome Outcome,
    [property: JsonPropertyName("t")] UnixTime At,
    [property: JsonPropertyName("w")] IReadOnlyList<SendReason>? Reasons = null,
    [property: JsonPropertyName("h")] UnixTime? HandedOverAt = null,
    [property: JsonPropertyName("s")] int? Report = null)
{
    /// <summary>The first reason; null when there is none.</summary>
    [JsonIgnore]
    public SendReason? Reason => Reasons is [var first, ..] ? first : null;

    /// <summary>Refused by the operator's own word: it is proved that nothing was handed over.</summary>
    [JsonIgnore]
    public bool IsProvedUnsent => Outcome is SendOutcome.Refused && Report is not null;
}
