using Ascs.Contracts;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>An AID in the list of its service: container Heads, partition = `service-` and the service, id = order of consent.</summary>
/// <param name="Aid">The AID.</param>
internal sealed record SubscriptionEntry(Aid Aid);
