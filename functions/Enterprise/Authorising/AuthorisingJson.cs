using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Enterprise.Consent;

namespace Ascs.Enterprise.Authorising;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConsentNonce))]
[JsonSerializable(typeof(Sealed))]
internal sealed partial class AuthorisingJson : JsonSerializerContext;
