using Ascs.Contracts;

namespace Ascs.Enterprise.Consent;

/// <summary>One identifier of the person's device, in clear: in memory only, and inside seals.</summary>
/// <param name="Type">Kind.</param>
/// <param name="Value">The identifier.</param>
internal sealed record DeviceIdentifier(IdentifierType Type, string Value)
{
    /// <summary>The kind only: a log line must not tell the value.</summary>
    public override string ToString() => Type.ToString();
}
