using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Trust.Audit;

namespace Ascs.Hosts.Local.Auditing;

/// <summary>What a command beside a running platform asks it to put on record: a file in `data/commands`, gone when it is durable.</summary>
internal sealed record CommandRecord(AuditEvent Event, string Who, string What, string Result, UnixTime At)
{
    /// <summary>The trail's entry.</summary>
    public AuditEntry ToEntry() => new(Event, Who, What, Result, null, At);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CommandRecord))]
internal sealed partial class CommandRecordJson : JsonSerializerContext;
