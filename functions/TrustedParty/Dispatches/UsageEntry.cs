using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>One message, sent or refused, in a person's usage.</summary>
/// <param name="DispatchId">Its dispatch.</param>
/// <param name="Recipient">Its place in the dispatch.</param>
/// <param name="Authorisation">Place of its authorisation in <see cref="Usage.Authorisations"/>.</param>
/// <param name="At">The instant it counts for.</param>
/// <param name="Channel">The channel: promises are made, and counted, for each apart.</param>
/// <param name="Counted">False when it was refused: then it is history only.</param>
/// <param name="Notice">Of a subscriber notice, the service that it told of; promises count messages only. Null for a message.</param>
internal sealed record UsageEntry(
    [property: JsonPropertyName("d")] DispatchId DispatchId,
    [property: JsonPropertyName("r")] int Recipient,
    [property: JsonPropertyName("z")] int Authorisation,
    [property: JsonPropertyName("t")] UnixTime At,
    [property: JsonPropertyName("c")] Channel Channel,
    [property: JsonPropertyName("n")] bool Counted,
    [property: JsonPropertyName("s")] ServiceId? Notice = null)
{
    /// <summary>True for the same message, whatever became of it.</summary>
    public bool IsOf(DispatchId dispatch, int recipient) => Recipient == recipient && DispatchId == dispatch;
}
