using Ascs.Contracts;
using Ascs.Trust.Sealing;

namespace Ascs.Enterprise.App;

/// <summary>Phones of the sample app: devices with one label are the identifiers of one phone.</summary>
internal sealed class Phones(EnterpriseOptions options)
{
    /// <summary>AuthoriseRequest takes that many identifiers of one person.</summary>
    private const int MaxIdentifiers = 4;

    private readonly IReadOnlyList<IGrouping<LocalText, SampleDevice>> phones = [.. options.Devices.GroupBy(d => d.Label)];

    /// <summary>Their names, in the order given.</summary>
    public IReadOnlyList<LocalText> Labels => [.. phones.Select(phone => phone.Key)];

    /// <summary>What the app reads from a phone for a service: the kinds its policy names and no others (ISC-6.1.1.3: only the least). Null for no such phone.</summary>
    public IReadOnlyList<DeviceIdentifier>? Read(int phone, ServicePolicy policy) =>
        phone < 0 || phone >= phones.Count ? null
        : [.. phones[phone].Where(d => policy.Identifiers.Contains(d.Type)).Take(MaxIdentifiers).Select(d => new DeviceIdentifier(d.Type, d.Value))];
}
