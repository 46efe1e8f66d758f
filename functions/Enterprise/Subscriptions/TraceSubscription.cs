using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>Evidence of an AID (ISC-6.1.1.7), passed on as the trusted party proves it.</summary>
internal sealed class TraceSubscription(IPlatformCaller caller, IPlatformDirectory directory, EnterpriseOptions options) : IHandle<TraceRequest, TraceAnswer>
{
    public Task<Answer<TraceAnswer>> HandleAsync(TraceRequest request, Call call, CancellationToken cancellationToken) =>
        caller.CallAsync(directory.TrustedParty(), TrustedPartyCatalogue.Trace, request with { EnterpriseId = options.EnterpriseId }, null, cancellationToken);
}
