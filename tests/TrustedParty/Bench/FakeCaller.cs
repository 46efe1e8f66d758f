using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.TrustedParty.Tests.Bench;

/// <summary>Operators that answer as told, and what they were asked.</summary>
internal sealed class FakeCaller : IPlatformCaller
{
    /// <summary>Answer of each operator to recognise; absent is a miss, null is away.</summary>
    public Dictionary<OperatorId, RecogniseAnswer?> Recognitions { get; } = [];

    /// <summary>Operators that can't be reached by blocks/apply.</summary>
    public HashSet<OperatorId> Away { get; } = [];

    /// <summary>Messages under way per authorisation.</summary>
    public Dictionary<AuthorisationId, int> HandedOver { get; } = [];

    /// <summary>What happens elsewhere while an operator recognises.</summary>
    public Func<Task> Asked { get; set; } = () => Task.CompletedTask;

    public List<(OperatorId Operator, object Request, string? Key)> Calls { get; } = [];

    public async Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(
        Peer peer, Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? idempotencyKey, CancellationToken cancellationToken)
        where TRequest : class
        where TAnswer : class
    {
        var operatorId = peer.OperatorId!.Value;
        lock (Calls)
            Calls.Add((operatorId, request, idempotencyKey));
        if (request is RecogniseRequest)
            await Asked();
        object? answer = request switch
        {
            RecogniseRequest => Recognitions.GetValueOrDefault(operatorId, new RecogniseAnswer(1, Recognition.NotRecognised, null, false)),
            ApplyBlocksRequest blocks when !Away.Contains(operatorId) => new ApplyBlocksAnswer(
                1, [.. blocks.Blocks.Select(b => new BlockResult(b.AuthorisationId, HandedOver.GetValueOrDefault(b.AuthorisationId)))]),
            _ => null,
        };
        return answer is TAnswer value ? (Answer<TAnswer>)value : ProblemCodes.Unavailable;
    }
}
