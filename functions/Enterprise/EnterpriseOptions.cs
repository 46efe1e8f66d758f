using Ascs.Contracts;

namespace Ascs.Enterprise;

/// <summary>What an enterprise's platform needs to know.</summary>
public sealed record EnterpriseOptions
{
    /// <summary>The enterprise.</summary>
    public required EnterpriseId EnterpriseId { get; init; }

    /// <summary>Policies as agreed with the trusted party; those of other enterprises are left out.</summary>
    public required IReadOnlyList<ServicePolicy> Policies { get; init; }

    /// <summary>Root of the public listener.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>IMSI network codes (MCC and MNC, 5 digits) by operator: the hint at the home operator.</summary>
    public IReadOnlyDictionary<OperatorId, IReadOnlyList<string>> NetworkCodes { get; init; } = new Dictionary<OperatorId, IReadOnlyList<string>>();

    /// <summary>The enterprise's own systems that are told of events.</summary>
    public IReadOnlyList<WebhookTarget> Webhooks { get; init; } = [];

    /// <summary>Devices the sample app offers; empty hides it.</summary>
    public IReadOnlyList<SampleDevice> Devices { get; init; } = [];
}
