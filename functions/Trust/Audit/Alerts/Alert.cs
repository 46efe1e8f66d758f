using Ascs.Contracts;

namespace Ascs.Trust.Audit.Alerts;

/// <summary>Something that a person should look at now. Holds nothing that an audit record may not hold.</summary>
/// <param name="Rule">What was found.</param>
/// <param name="Subject">Whom it is about: a PlatID, <c>unproved</c>, an enterprise and its service, <c>platform</c>.</param>
/// <param name="Count">How many times, within the rule's window.</param>
/// <param name="At">When the last of them was.</param>
public sealed record Alert(AlertRule Rule, string Subject, int Count, UnixTime At)
{
    /// <summary>As a record names it.</summary>
    public string What => $"{Rule}:{Subject}";
}
