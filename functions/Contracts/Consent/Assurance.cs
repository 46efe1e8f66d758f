using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>How many independent sources say that the person consented (ISC-6.1.1.2). Ordered: a service may require a least one at send.</summary>
[JsonConverter(typeof(WireEnumConverter<Assurance>))]
public enum Assurance
{
    /// <summary>The enterprise says so.</summary>
    EnterpriseOnly,

    /// <summary>The person also clicked on the trusted party's own page.</summary>
    Browser,

    /// <summary>The home operator also told the person who had clicked, and the notice arrived: all three sources.</summary>
    SubscriberNotice,
}
