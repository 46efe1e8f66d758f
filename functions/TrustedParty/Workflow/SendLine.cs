using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>
/// One recipient of a dispatch. Its place in the dispatch is its place in <see cref="SendState.Lines"/>.
/// Invariants: an order exists exactly when <see cref="NotAfter"/> is set, and then authorisation and operator are; an attested outcome is never
/// replaced by a lower one; <see cref="Told"/> is what the newest leaf says, made or being made in <see cref="Round"/>: fixed when its round is opened, whatever is
/// reported meanwhile.
/// </summary>
/// <param name="Aid">Whom.</param>
/// <param name="Authorisation">Its authorisation; null for an AID that is not known to the enterprise: such a line has no evidence and no events.</param>
/// <param name="Operator">Home operator.</param>
/// <param name="NotAfter">Nothing may be handed over from this instant on; null while undecided and when refused here.</param>
/// <param name="Attempt">Counts up only when the operator proved that the earlier attempt was never handed over.</param>
/// <param name="Acked">The operator holds the order durably.</param>
/// <param name="Fate">What became of it so far.</param>
/// <param name="Told">What the newest leaf says became of it.</param>
/// <param name="Round">The attestation round of that leaf, from 1; 0 is none.</param>
/// <param name="Leaf">Index of that leaf; null while its round is open, -1 when none could be made because the authorisation's key was destroyed.</param>
/// <param name="Former">Round of the leaf that the newest one corrects; 0 is none.</param>
/// <param name="FormerLeaf">Index of that leaf.</param>
internal sealed record SendLine(
    [property: JsonPropertyName("a")] Aid Aid,
    [property: JsonPropertyName("z")] AuthorisationId? Authorisation,
    [property: JsonPropertyName("p")] OperatorId? Operator,
    [property: JsonPropertyName("n")] UnixTime? NotAfter = null,
    [property: JsonPropertyName("i")] int Attempt = 0,
    [property: JsonPropertyName("k")] bool Acked = false,
    [property: JsonPropertyName("o")] Fate? Fate = null,
    [property: JsonPropertyName("y")] Fate? Told = null,
    [property: JsonPropertyName("g")] int Round = 0,
    [property: JsonPropertyName("l")] long? Leaf = null,
    [property: JsonPropertyName("f")] int Former = 0,
    [property: JsonPropertyName("e")] long? FormerLeaf = null)
{
    /// <summary>The outcome so far.</summary>
    [JsonIgnore]
    public SendOutcome? Outcome => Fate?.Outcome;

    /// <summary>False for an AID that is not the enterprise's.</summary>
    [JsonIgnore]
    public bool IsKnown => Authorisation is not null;

    /// <summary>Nothing decided yet.</summary>
    [JsonIgnore]
    public bool IsUndecided => NotAfter is null && Fate is null;

    /// <summary>Ordered, and the operator is not known to hold the order.</summary>
    [JsonIgnore]
    public bool IsToSubmit => NotAfter is not null && !Acked && !IsFinal;

    /// <summary>No report is waited for.</summary>
    [JsonIgnore]
    public bool IsFinal => Outcome is SendOutcome.Refused or SendOutcome.Failed or SendOutcome.Delivered;

    /// <summary>Refused here because no answer came from the operator in time. Should the operator know better, its report takes the place of this.</summary>
    [JsonIgnore]
    public bool IsGivenUp => NotAfter is not null && Fate is { Outcome: SendOutcome.Refused, Report: null };

    /// <summary>Its leaf is being made.</summary>
    [JsonIgnore]
    public bool IsBeingTold => Round > 0 && Leaf is null;
}
