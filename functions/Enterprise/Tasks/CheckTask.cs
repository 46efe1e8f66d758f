using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Enterprise.Tasks;

/// <summary>Dry run of a task: variables stay here.</summary>
internal sealed class CheckTask(IPlatformCaller caller, IPlatformDirectory directory, EnterpriseOptions options) : IHandle<CreateTaskRequest, CheckDispatchAnswer>
{
    public Task<Answer<CheckDispatchAnswer>> HandleAsync(CreateTaskRequest request, Call call, CancellationToken cancellationToken)
    {
        var check = new CheckDispatchRequest(
            1, options.EnterpriseId, request.ServiceId, request.Channel, request.TemplateId, request.TemplateVersion, request.SenderId, request.NotBefore,
            [.. request.Recipients.Select(r => r.Aid)]);
        return caller.CallAsync(directory.TrustedParty(), TrustedPartyCatalogue.CheckDispatch, check, null, cancellationToken);
    }
}
