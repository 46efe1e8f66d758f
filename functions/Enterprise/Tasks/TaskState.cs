using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Enterprise.Tasks;

/// <summary>State of a task's dispatch.</summary>
internal sealed class TaskState(IPlatformCaller caller, IPlatformDirectory directory, EnterpriseOptions options) : IHandle<DispatchStateRequest, DispatchStateAnswer>
{
    public Task<Answer<DispatchStateAnswer>> HandleAsync(DispatchStateRequest request, Call call, CancellationToken cancellationToken) =>
        caller.CallAsync(directory.TrustedParty(), TrustedPartyCatalogue.DispatchState, request with { EnterpriseId = options.EnterpriseId }, null, cancellationToken);
}
