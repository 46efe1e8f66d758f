using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.Enterprise.Events;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventHead))]
[JsonSerializable(typeof(IReadOnlyList<CloudEvent>))]
internal sealed partial class EventJson : JsonSerializerContext;
