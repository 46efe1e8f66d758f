using Ascs.Contracts;
using Ascs.Trust.Sealing;

namespace Ascs.Client;

/// <summary>A person's consent as the enterprise's own page took it (ISC-6.1.1.1).</summary>
public sealed record ConsentOrder
{
    /// <summary>The service.</summary>
    public required ServiceId Service { get; init; }

    /// <summary>What the person chose.</summary>
    public required ConsentChoices Choices { get; init; }

    /// <summary>1 to 4 identifiers of the person's device, of the kinds that the policy names. They leave this process sealed to the operators only.</summary>
    public required IReadOnlyList<DeviceIdentifier> Identifiers { get; init; }

    /// <summary>16 to 64 characters of [0-9A-Za-z_-] that name this consent: with the same key it is asked for once, also after a crash. Made when absent.</summary>
    public string? Key { get; init; }
}
