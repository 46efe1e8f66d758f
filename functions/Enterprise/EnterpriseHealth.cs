using Ascs.Enterprise.Events;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Keys;

namespace Ascs.Enterprise;

/// <summary>Up when the store answers and every partner's key is known that a consent needs.</summary>
internal sealed class EnterpriseHealth(EventStore events, IPlatformDirectory directory, IPublicKeys keys) : IHealthPart
{
    public string Name => "enterprise";

    public async Task<bool> IsUpAsync(CancellationToken cancellationToken)
    {
        await events.HeadAsync(cancellationToken);
        var operators = directory.Operators();
        return keys.Current(directory.TrustedParty().PlatId, KeyNames.Intake) is not null
            && operators.Count > 0 && operators.All(peer => keys.Current(peer.PlatId, KeyNames.Seal) is not null);
    }
}
