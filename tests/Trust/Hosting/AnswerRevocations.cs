using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Tests.Hosting;

internal sealed class AnswerRevocations(Handled handled) : IHandle<RevokeRequest, RevokeAnswer>
{
    /// <summary>Answered instead, once.</summary>
    public Problem? Next { get; set; }

    public async Task<Answer<RevokeAnswer>> HandleAsync(RevokeRequest request, Call call, CancellationToken cancellationToken)
    {
        handled.Calls.Enqueue(call);
        await handled.Work();
        var next = Next;
        Next = null;
        return next is not null ? next : Answer<RevokeAnswer>.Accepted(new RevokeAnswer(1, [], null));
    }
}
