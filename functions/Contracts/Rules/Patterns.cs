namespace Ascs.Contracts;

/// <summary>Allow-lists of the members that are no free text and have no type of their own.</summary>
public static class Patterns
{
    /// <summary>A cursor as it was answered; what it means is its giver's matter.</summary>
    public const string Cursor = "^[0-9A-Za-z_-]*$";

    /// <summary>The id of an author key.</summary>
    public const string AuthorKey = "^author-v[1-9][0-9]{0,8}$";

    /// <summary>The id of an exchange key.</summary>
    public const string ExchangeKey = "^exchange-v[1-9][0-9]{0,8}$";

    /// <summary>The id of a data key.</summary>
    public const string DataKey = "^data-[0-9A-Za-z_-]{22}$";

    /// <summary>The name of a cipher suite; a later version has more.</summary>
    public const string Suite = "^[0-9a-z-]*$";

    /// <summary>`noun/verb`.</summary>
    public const string Operation = "^[a-z-]+/[a-z-]+$";

    /// <summary>A device or virtual identifier (ISC-6.1.1.3).</summary>
    public const string Identifier = "^[0-9A-Za-z_.-]*$";

    /// <summary>An https address of printable ASCII, without a name and without a fragment.</summary>
    public const string Address = "^https://[0-9A-Za-z.-]+(?::[0-9]{1,5})?(?:/[0-9A-Za-z/._~%?&=+-]*)?$";

    /// <summary>The name of a template's variable.</summary>
    public const string Variable = "^[a-z][0-9A-Za-z]{0,31}$";

    /// <summary>CloudEvents 1.0 `specversion`.</summary>
    public const string CloudEvents = "^1[.]0$";

    /// <summary>The id of an event.</summary>
    public const string EventId = "^[0-9a-z-]*$";

    /// <summary>What an event is about: an AID, or something of a later version.</summary>
    public const string Subject = "^[0-9A-Za-z_.:-]*$";

    /// <summary>The source of an event.</summary>
    public const string EventSource = "^urn:[a-z-]+:[a-z-]+$";

    /// <summary>The type of an event; a later version has more.</summary>
    public const string EventType = "^ascs(?:[.][0-9a-z]+)+$";

    /// <summary>RFC 3339 in UTC, whole seconds or finer.</summary>
    public const string Time = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,7})?Z$";
}
