using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;
using Ascs.Gm;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.Services;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>
/// Makes the leaves of a round (WIRE.md, OUTCOME). Everything in them follows from what is stored, their time and ids too: made again after a crash they are the same
/// bytes. Only the sealed copies differ, by their nonces.
/// </summary>
internal sealed class MakeLeaves(IServiceCatalogue services)
{
    /// <summary>The leaves of the recipients being told whose authorisation still has its key, by ascending place.</summary>
    /// <param name="job">The dispatch, with content and records.</param>
    /// <param name="keys">Keys of the authorisations.</param>
    /// <param name="corrected">Leaf hash of the leaf that each one corrects.</param>
    public IReadOnlyList<OutcomeLeaf> Of(
        SendJob job, IReadOnlyDictionary<AuthorisationId, byte[]> keys, IReadOnlyDictionary<int, Hash256> corrected)
    {
        var common = CommonOf(job.Content!);
        var leaves = new List<OutcomeLeaf>();
        for (var i = 0; i < job.State.Lines.Count; i++)
        {
            var line = job.State.Lines[i];
            if (!line.IsBeingTold || !keys.TryGetValue(line.Authorisation!.Value, out var key)) continue;
            var facts = FactsOf(job, i, common, corrected.TryGetValue(i, out var former) ? former : null);
            leaves.Add(Make(job.State, i, facts.Fields, key, facts));
        }

        return leaves;
    }

    private static OutcomeLeaf Make(SendState state, int place, IReadOnlyList<FieldValue> fields, byte[] authorisationKey, LeafFacts facts)
    {
        using var key = new LeafKey(authorisationKey);
        var id = key.DeriveId(string.Create(CultureInfo.InvariantCulture, $"outcome/{state.DispatchId}/{place}/{state.Round}"));
        var leaf = Leaf.Build(facts, id, state.RoundAt!.Value.ToTime(), key);
        return new OutcomeLeaf(place, fields, leaf, RecordSeal.Seal(authorisationKey, state.DispatchId, state.Round, place, fields));
    }

    private static OutcomeFacts FactsOf(SendJob job, int place, Common common, Hash256? corrected)
    {
        var line = job.State.Lines[place];
        var told = line.Told!;
        var record = job.Records![line.Aid];
        return new OutcomeFacts(
            line.Aid.ToString(), job.State.DispatchId.ToString(), common.Template, common.TemplateHash, CommitmentOf(job.Content!, place),
            LeafWords.Of(told.Outcome), LeafWords.Of(told.Reasons), told.At.ToTime(),
            told.HandedOverAt?.ToTime(), common.Request, ReportOf(job.State, told), new Hash256(record.BoundHash.ToBytes()), corrected);
    }

    private Common CommonOf(DispatchContent content)
    {
        var request = content.Author is { } author ? AuthorEvidence.HashOf(author) : default(Hash256?);
        if (content.TemplateId is not { } id) return new Common("", null, request); // a notice: the words are the operator's
        var body = services.Template(content.EnterpriseId, id, content.TemplateVersion)?.Body;
        var name = string.Create(CultureInfo.InvariantCulture, $"{id}@{content.TemplateVersion}");
        return new Common(name, body is null ? null : new Hash256(Sm3.Hash(Encoding.UTF8.GetBytes(body))), request);
    }

    // The variables carry a salt under their encryption, so a hash of the ciphertext commits to them and can't be tried out.
    private static string? CommitmentOf(DispatchContent content, int place) =>
        content.Kind == OrderKind.Notice ? null : Base64Url.EncodeToString(Sm3.Hash(Encoding.ASCII.GetBytes(content.Variables[place])));

    private static Hash256? ReportOf(SendState state, Fate told) =>
        told.Report is { } place ? AuthorEvidence.HashOf(state.Reports[place].Author) : null;

    private sealed record Common(string Template, Hash256? TemplateHash, Hash256? Request);
}
