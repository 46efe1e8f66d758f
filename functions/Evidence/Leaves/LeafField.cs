namespace Ascs.Evidence.Leaves;

/// <summary>
/// A committed field. The number stands in the leaf, the label (<see cref="LeafFields.Label"/>) goes into the commitment. Numbers are never reused.
/// Every value is text; an absent one is the empty text, so that the shape of a leaf tells nothing but its kind.
/// </summary>
public enum LeafField
{
    /// <summary>Enterprise id.</summary>
    Enterprise = 1,

    /// <summary>Service id.</summary>
    Service = 2,

    /// <summary>AID.</summary>
    Aid = 3,

    /// <summary>Authorisation id.</summary>
    Authorisation = 4,

    /// <summary>SM3 of the consent text (UTF-8), base64.</summary>
    TextHash = 5,

    /// <summary>SM3 of the policy document, base64.</summary>
    PolicyHash = 6,

    /// <summary>SM3 of every sealed id, base64, in the request's order, joined by commas.</summary>
    SealedIds = 7,

    /// <summary>Consent date: when the trusted party received the consent; ms since epoch.</summary>
    ConsentDate = 8,

    /// <summary>End of the term, exclusive; ms since epoch.</summary>
    Expiry = 9,

    /// <summary>ENTERPRISE_ONLY, BROWSER or SUBSCRIBER_NOTICE.</summary>
    Assurance = 10,

    /// <summary>SM3 of the author signature (r || s) of the request that caused this leaf, base64.</summary>
    RequestSignature = 11,

    /// <summary>SM3 of the encrypted documents kept beside the log, base64.</summary>
    Document = 12,

    /// <summary>Dispatch id.</summary>
    Dispatch = 13,

    /// <summary>Template id, "@", version.</summary>
    Template = 14,

    /// <summary>SM3 of the approved template text (UTF-8), base64.</summary>
    TemplateHash = 15,

    /// <summary>The enterprise's own salted commitment to the variables, as it was given.</summary>
    Content = 16,

    /// <summary>REFUSED, DELIVERED, FAILED, UNKNOWN, or SUBMITTED when no receipt came in time.</summary>
    State = 17,

    /// <summary>Internal reason code.</summary>
    Reason = 18,

    /// <summary>When it was decided; ms since epoch.</summary>
    DecidedAt = 19,

    /// <summary>When the operator recorded the intent to hand over; ms since epoch.</summary>
    HandedOverAt = 20,

    /// <summary>Who did it: a PlatID or a role.</summary>
    By = 21,

    /// <summary>Name of a party's key.</summary>
    KeyName = 22,

    /// <summary>Fingerprint of the new key.</summary>
    NewKey = 23,

    /// <summary>Fingerprint of the key it replaces.</summary>
    OldKey = 24,

    /// <summary>SM3 of the key statement, base64.</summary>
    Statement = 25,

    /// <summary>Leaf hash of the earlier leaf that this one acts on, base64.</summary>
    Link = 26,

    /// <summary>Leaf hash of the earlier leaf of the same kind that this one corrects, base64.</summary>
    Supersedes = 27,

    /// <summary>SM3 of the author signature (r || s) of the report that brought the result, base64.</summary>
    ReportSignature = 28,
}
