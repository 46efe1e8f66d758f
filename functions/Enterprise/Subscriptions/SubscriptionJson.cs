using System.Text.Json.Serialization;

namespace Ascs.Enterprise.Subscriptions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(SubscriptionEntry))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
