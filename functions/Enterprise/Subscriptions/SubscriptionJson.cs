using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.Enterprise.Subscriptions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(SubscriptionEntry))]
[JsonSerializable(typeof(AidStatus))]
[JsonSerializable(typeof(int))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
