using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Trust.Sealing;

namespace Ascs.Enterprise.Consent;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConsentSession))]
[JsonSerializable(typeof(ConsentRecord))]
[JsonSerializable(typeof(AuthoriseRequest))]
[JsonSerializable(typeof(IReadOnlyList<DeviceIdentifier>))]
internal sealed partial class ConsentJson : JsonSerializerContext;
