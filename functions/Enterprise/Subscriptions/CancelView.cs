using Ascs.Contracts;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>What cancelling shows.</summary>
/// <param name="Subscription">Which.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="HandedOver">Messages that had left before.</param>
/// <param name="NothingAfter">After this instant nothing goes out; with <see cref="CancelStage.Accepted"/>.</param>
public sealed record CancelView(MySubscription Subscription, CancelStage Stage, int HandedOver = 0, UnixTime? NothingAfter = null);
