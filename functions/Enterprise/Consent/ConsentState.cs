using System.Text.Json.Serialization;

namespace Ascs.Enterprise.Consent;

/// <summary>Life of one consent at the enterprise. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentState>))]
internal enum ConsentState
{
    /// <summary>Submitted here; the person is asked to confirm at the trusted party. Authorises nothing by itself.</summary>
    Prepared,

    /// <summary>The trusted party says that the person confirmed.</summary>
    Confirmed,

    /// <summary>The trusted party says that the person declined.</summary>
    Declined,

    /// <summary>The trusted party refused to authorise.</summary>
    Refused,

    /// <summary>Authorised, and the receipt proved it.</summary>
    Authorised,
}
