using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Tests.Hosting;

internal sealed class AnswerStates(Handled handled) : IHandle<AidStatesRequest, AidStatesAnswer>
{
    public async Task<Answer<AidStatesAnswer>> HandleAsync(AidStatesRequest request, Call call, CancellationToken cancellationToken)
    {
        handled.Calls.Enqueue(call);
        await handled.Work();
        return new AidStatesAnswer(1, []);
    }
}
