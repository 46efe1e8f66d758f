using System.Text.Json.Serialization;

namespace Ascs.Operator.Gateway;

/// <summary>The handset's bodies. Strings of digits live here for the length of one call.</summary>
internal static class HandsetWire
{
    internal sealed record Submit(string Gateway, IReadOnlyList<Message> Messages);

    internal sealed record Message(string MessageId, string To, string From, string Text);

    internal sealed record Submitted(IReadOnlyList<Result> Results);

    internal sealed record Result(string MessageId, [property: JsonPropertyName("result")] string Verdict);

    internal sealed record Pull(string Gateway, long Cursor, int Limit, int WaitMilliseconds);

    internal sealed record Pulled(IReadOnlyList<Event> Events, long Next, long Missed);

    internal sealed record Event(
        long Seq, string Kind, string? MessageId, string? Status, string? From, string? To, string? Text, DateTimeOffset At);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandsetWire.Submit))]
[JsonSerializable(typeof(HandsetWire.Submitted))]
[JsonSerializable(typeof(HandsetWire.Pull))]
[JsonSerializable(typeof(HandsetWire.Pulled))]
internal sealed partial class HandsetJson : JsonSerializerContext;
