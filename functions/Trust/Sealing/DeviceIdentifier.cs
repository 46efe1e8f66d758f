using Ascs.Contracts;

namespace Ascs.Trust.Sealing;

/// <summary>One identifier of the person's device, in clear: in memory only, and inside seals.</summary>
/// <param name="Type">Kind.</param>
/// <param name="Value">The identifier.</param>
public sealed record DeviceIdentifier(IdentifierType Type, string Value)
{
    /// <summary>The kind only: a log line must not tell the value.</summary>
    public override string ToString() => Type.ToString();
}
