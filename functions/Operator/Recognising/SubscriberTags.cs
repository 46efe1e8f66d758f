using System.Globalization;
using Ascs.Contracts;
using Ascs.Operator.Keys;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Recognising;

/// <summary>Opaque names of a subscriber, one for each enterprise: nobody else can link a person across enterprises.</summary>
internal static class SubscriberTags
{
    public static SubscriberTag Of(OperatorKeys keys, SubscriberRef subscriber, EnterpriseId enterprise) =>
        SubscriberTag.From(keys.TagOf(Fields.Join("ascs-tag-1", subscriber.Value.ToString("x32", CultureInfo.InvariantCulture), enterprise.ToString())));
}
