using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Operator.Blocks;

/// <summary>Withdrawn authorisations; answers when the blocks are durable.</summary>
internal sealed class ApplyBlocks(BlockAuthorisations blocks, OperatorStart start) : IHandle<ApplyBlocksRequest, ApplyBlocksAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<ApplyBlocksAnswer>> HandleAsync(ApplyBlocksRequest request, Call call, CancellationToken cancellationToken)
    {
        await start.DoneAsync(cancellationToken); // the count needs the open chunks
        var counts = await blocks.RunAsync([.. request.Blocks.Select(b => (b.EnterpriseId, b.Tag, b.AuthorisationId))], cancellationToken);
        return new ApplyBlocksAnswer(1, [.. request.Blocks.Select((b, i) => new BlockResult(b.AuthorisationId, counts[i]))]);
    }
}
