using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>Who withdrew an authorisation.</summary>
[JsonConverter(typeof(WireEnumConverter<RevokedBy>))]
public enum RevokedBy
{
    /// <summary>The person, on the enterprise's page.</summary>
    PersonOnPage,

    /// <summary>The person, by replying to a message.</summary>
    PersonByReply,

    /// <summary>The person, through the enterprise's human contact.</summary>
    PersonByContact,

    /// <summary>The enterprise itself.</summary>
    Enterprise,

    /// <summary>The operator.</summary>
    Operator,

    /// <summary>A regulator.</summary>
    Regulator,
}
