using System.Text.Json.Serialization;
using Ascs.Enterprise;

namespace Ascs.Hosts.Local.Platforms;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<SampleDevice>))]
internal sealed partial class DevicesJson : JsonSerializerContext;
