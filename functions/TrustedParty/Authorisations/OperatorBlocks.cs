using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Asks home operators to block.</summary>
internal sealed class OperatorBlocks(IPlatformCaller caller, IPlatformDirectory directory)
{
    /// <summary>Authorisations whose block stands now, with the number of messages that had left already. Those of an operator that is away are missing.</summary>
    public async Task<IReadOnlyDictionary<AuthorisationId, int>> ApplyAsync(IReadOnlyList<AidRecord> records, CancellationToken ct)
    {
        var answers = await Task.WhenAll(records.GroupBy(record => record.OperatorId).Select(group => ApplyAsync(group.Key, [.. group], ct)));
        return answers.SelectMany(results => results).ToDictionary(result => result.AuthorisationId, result => result.AlreadyHandedOver);
    }

    private async Task<IReadOnlyList<BlockResult>> ApplyAsync(OperatorId operatorId, AidRecord[] records, CancellationToken ct)
    {
        if (directory.Operator(operatorId) is not { } peer)
            return [];
        var blocks = records.Select(r => new Block(r.EnterpriseId, r.Tag, r.AuthorisationId, r.RevokedBy ?? RevokedBy.Enterprise)).ToArray();
        var answer = await caller.CallAsync(peer, OperatorCatalogue.ApplyBlocks, new ApplyBlocksRequest(1, blocks), KeyOf(blocks), ct);
        return answer.Value?.Results ?? [];
    }

    /// <summary>The same blocks are the same call, also after a restart.</summary>
    private static string KeyOf(IEnumerable<Block> blocks) =>
        "block-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', blocks.Select(block => $"{block.AuthorisationId} {block.By}")))))[..32];
}
