using Ascs.Contracts;

namespace Ascs.Operator.Replies;

/// <summary>An authorisation that a reply concerns.</summary>
/// <param name="Enterprise">Whose.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Authorisation">The authorisation.</param>
/// <param name="Order">The order answered; null when it answers none.</param>
internal readonly record struct ReplyTarget(EnterpriseId Enterprise, SubscriberTag Tag, AuthorisationId Authorisation, OrderId? Order);
