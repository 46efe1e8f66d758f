namespace Ascs.Enterprise.Subscriptions;

/// <summary>What "my subscriptions" shows.</summary>
/// <param name="Items">The subscriptions this browser may see.</param>
/// <param name="CodeFault">What was wrong with the code typed.</param>
public sealed record SubscriptionsView(IReadOnlyList<MySubscription> Items, CodeFault CodeFault);
