using System.Text.Json.Serialization.Metadata;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Sealing;

namespace Ascs.Enterprise.Tasks;

/// <summary>A task of the back office becomes a dispatch (ISC-6.1.3.2): variables are encrypted here and opened only by the operator.</summary>
internal sealed class CreateTask(
    ContentKeys contentKeys, FirstRequests first, IPlatformCaller caller, IPlatformDirectory directory, EnterpriseOptions options, TimeProvider time)
    : IHandle<CreateTaskRequest, CreateDispatchAnswer>
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(25);
    private static readonly DocumentSchema<CreateDispatchRequest> Schema =
        new("task", 1, (JsonTypeInfo<CreateDispatchRequest>)WireOptions.Strict.GetTypeInfo(typeof(CreateDispatchRequest)));

    public async Task<Answer<CreateDispatchAnswer>> HandleAsync(CreateTaskRequest request, Call call, CancellationToken cancellationToken)
    {
        if (contentKeys.Current() is not { } key)
            return ProblemCodes.Unavailable;
        var until = (request.NotBefore?.ToTime() ?? time.GetUtcNow()) + Kept;
        var dispatch = await first.KeepAsync(Schema, call.IdempotencyKey!, ToDispatch(request, key), until, cancellationToken);
        return await caller.CallAsync(directory.TrustedParty(), TrustedPartyCatalogue.CreateDispatch, dispatch, call.IdempotencyKey, cancellationToken);
    }

    private CreateDispatchRequest ToDispatch(CreateTaskRequest task, ContentKey key) => new(
        1, options.EnterpriseId, task.ServiceId, task.Channel, task.TemplateId, task.TemplateVersion, task.SenderId, task.NotBefore, key.Wrapped,
        [.. task.Recipients.Select(r => key.Seal(r.Aid, task.TemplateId, task.TemplateVersion, r.Variables.ToDictionary(v => v.Key, v => v.Value.Text)))]);
}
