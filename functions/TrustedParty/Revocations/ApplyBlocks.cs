using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Revocations;

/// <summary>Asks home operators to block. The operator writes the block and checks it in the same document as its intent to hand over.</summary>
internal sealed class ApplyBlocks(IPlatformCaller caller, IPlatformDirectory directory, IdSource ids)
{
    private const int Most = 500;

    /// <summary>Messages already handed over, by authorisation, for those that their operators have blocked; those of an operator away are missing.</summary>
    public async Task<IReadOnlyDictionary<AuthorisationId, int>> ApplyAsync(IEnumerable<AidRecord> records, CancellationToken ct)
    {
        var calls = records.GroupBy(record => record.OperatorId).SelectMany(home => home.Chunk(Most)).Select(chunk => CallAsync(chunk, ct));
        var blocked = new Dictionary<AuthorisationId, int>();
        foreach (var result in (await Task.WhenAll(calls)).SelectMany(results => results))
            blocked[result.AuthorisationId] = result.AlreadyHandedOver;
        return blocked;
    }

    private async Task<IReadOnlyList<BlockResult>> CallAsync(AidRecord[] records, CancellationToken ct)
    {
        if (directory.Operator(records[0].OperatorId) is not { } peer)
            return [];
        Block[] blocks = [.. records.Select(r => new Block(r.EnterpriseId, r.Tag, r.AuthorisationId, r.RevokedBy ?? RevokedBy.Enterprise))];
        // Blocking twice is harmless, so every try has a key of its own and gets an answer of its own.
        var answer = await caller.CallAsync(peer, OperatorCatalogue.ApplyBlocks, new ApplyBlocksRequest(1, blocks), "bl-" + ids.Next(), ct);
        return answer.Value?.Results ?? [];
    }
}
