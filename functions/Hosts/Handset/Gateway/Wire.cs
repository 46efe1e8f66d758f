using System.Text.Json;
using System.Text.Json.Serialization;
using Ascs.Hosts.Handset.Control;
using Ascs.Hosts.Handset.Simulation;

namespace Ascs.Hosts.Handset.Gateway;

/// <summary>The JSON of the gateway and control APIs: camel case, strict (unknown, repeated and missing members are refused), RFC 3339 times in UTC.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, PropertyNameCaseInsensitive = false, NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, MaxDepth = 8)]
[JsonSerializable(typeof(SubmitRequest))]
[JsonSerializable(typeof(SubmitAnswer))]
[JsonSerializable(typeof(PullRequest))]
[JsonSerializable(typeof(PullAnswer))]
[JsonSerializable(typeof(AuditRequest))]
[JsonSerializable(typeof(AuditAnswer))]
[JsonSerializable(typeof(KnobsChange))]
[JsonSerializable(typeof(Knobs))]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(RegisterAnswer))]
[JsonSerializable(typeof(InboxRequest))]
[JsonSerializable(typeof(InboxAnswer))]
[JsonSerializable(typeof(ReplyRequest))]
[JsonSerializable(typeof(ReplyAnswer))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class Wire : JsonSerializerContext
{
    internal const int MaxText = 1000;

    internal static bool IsMessageId(string value) => value.Length is >= 1 and <= 128 && value.AsSpan().IndexOfAnyExcept(IdCharacters) < 0;

    /// <summary>Text a phone can show: no control characters but line feed.</summary>
    internal static bool IsText(string value) => value.Length is >= 1 and <= MaxText && !value.Any(c => char.IsControl(c) && c != '\n');

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");
}
