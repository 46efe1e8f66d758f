using Ascs.Contracts;

namespace Ascs.Trust.Audit;

/// <summary>
/// One auditable event: date, user, type, success and what else matters (ISC-7.6). No member ever holds a phone number, a device id, an AID, a token, a key or
/// anything that a caller chose freely (CHEAA-4.1.6 b).
/// </summary>
/// <param name="Event">What kind.</param>
/// <param name="Who">PlatID proved by the certificate, <c>unproved</c>, <c>operator:</c> and a user of the operating system, <c>platform</c> itself, or <c>person</c>.</param>
/// <param name="What">An endpoint's or page's name, a key id, a PlatID, an alert's rule.</param>
/// <param name="Result"><c>OK</c>, a problem code, or a status.</param>
/// <param name="TraceId">W3C trace id, 32 hex digits; null when there is no call.</param>
/// <param name="At">When.</param>
public sealed record AuditEntry(AuditEvent Event, string Who, string What, string Result, string? TraceId, UnixTime At)
{
    /// <summary>What a thing that went well is called.</summary>
    public const string Ok = "OK";

    /// <summary>A caller who proved nothing.</summary>
    public const string Unproved = "unproved";

    /// <summary>This platform by itself.</summary>
    public const string Platform = "platform";

    /// <summary>A person in a browser; nothing more is known and nothing more is kept.</summary>
    public const string Person = "person";

    /// <summary>How many times the very same happened within one batch; more than 1 only for what has no trace id.</summary>
    public int Count { get; init; } = 1;
}
