using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Tests.Hosting;

internal sealed class AnswerDispatches(Handled handled) : IHandle<DispatchStateRequest, DispatchStateAnswer>
{
    public Task<Answer<DispatchStateAnswer>> HandleAsync(DispatchStateRequest request, Call call, CancellationToken cancellationToken)
    {
        handled.Calls.Enqueue(call);
        return Task.FromResult<Answer<DispatchStateAnswer>>(ProblemCodes.DispatchUnknown);
    }
}
