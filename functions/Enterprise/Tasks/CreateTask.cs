using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Enterprise.Tasks;

/// <summary>A task of the back office becomes a dispatch (ISC-6.1.3.2): variables are encrypted here and opened only by the operator.</summary>
internal sealed class CreateTask(ContentKeys contentKeys, TaskOutbox outbox, IPlatformCaller caller, IPlatformDirectory directory, EnterpriseOptions options)
    : IHandle<CreateTaskRequest, CreateDispatchAnswer>
{
    public async Task<Answer<CreateDispatchAnswer>> HandleAsync(CreateTaskRequest request, Call call, CancellationToken cancellationToken)
    {
        if (contentKeys.Current() is not { } key)
            return ProblemCodes.Unavailable;
        var dispatch = await outbox.KeepAsync(call.IdempotencyKey!, ToDispatch(request, key), cancellationToken);
        return await caller.CallAsync(directory.TrustedParty(), TrustedPartyCatalogue.CreateDispatch, dispatch, call.IdempotencyKey, cancellationToken);
    }

    private CreateDispatchRequest ToDispatch(CreateTaskRequest task, ContentKey key)
    {
        var binding = ContentBinding.For(options.EnterpriseId, task.TemplateId, task.TemplateVersion, key.Wrapped.KeyId);
        return new CreateDispatchRequest(
            1, options.EnterpriseId, task.ServiceId, task.Channel, task.TemplateId, task.TemplateVersion, task.SenderId, task.NotBefore, key.Wrapped,
            [.. task.Recipients.Select(r => new Recipient(r.Aid, VariableSeal.Seal(key, binding, r.Variables)))]);
    }
}
