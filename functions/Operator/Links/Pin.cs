using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Links;

/// <summary>Whose identifier it was, and with which number, at the consent (ISC-6.3.2.1).</summary>
internal readonly record struct Pin(SubscriberRef Subscriber, PhoneNumber Number);
