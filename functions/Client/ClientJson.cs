using System.Text.Json.Serialization;
using Ascs.Client.Consents;
using Ascs.Client.Events;
using Ascs.Client.Messages;

namespace Ascs.Client;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventProgress))]
[JsonSerializable(typeof(KeptConsent))]
[JsonSerializable(typeof(KeptDispatch))]
internal sealed partial class ClientJson : JsonSerializerContext;
