using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>States of AIDs, asked of the trusted party: it decides (ISC-6.1.2.2).</summary>
internal sealed class SubscriptionStates(IPlatformCaller caller, IPlatformDirectory directory, EnterpriseOptions options)
    : IHandle<AidStatesRequest, AidStatesAnswer>
{
    public Task<Answer<AidStatesAnswer>> HandleAsync(AidStatesRequest request, Call call, CancellationToken cancellationToken) =>
        caller.CallAsync(directory.TrustedParty(), TrustedPartyCatalogue.AidStates, request with { EnterpriseId = options.EnterpriseId }, null, cancellationToken);
}
