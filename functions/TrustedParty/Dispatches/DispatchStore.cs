using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Dispatches in the document store.</summary>
internal sealed class DispatchStore(IDocumentStore store, DispatchOptions options)
{
    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray(); // the place says it all

    /// <summary>Writes a new dispatch, state, content and whose it is in one commit; a notice is nobody's. Its etag, or null when it is there already.</summary>
    public async Task<string?> CreateAsync(SendState state, DispatchContent content, CancellationToken ct)
    {
        var until = Until(state);
        Write[] writes =
        [
            DispatchDocuments.StateSchema.Create(DispatchDocuments.State, state, until),
            DispatchDocuments.ContentSchema.Create(DispatchDocuments.Content, content, until),
            .. state.Kind == OrderKind.Message ? [new Write.Create(DispatchDocuments.OwnerId(state.EnterpriseId), Nothing, until)] : Array.Empty<Write>(),
        ];
        var outcome = await store.CommitAsync(Containers.Work, state.DispatchId.ToString(), writes, ct);
        return outcome is CommitOutcome.Committed committed ? committed.ETags[0] : null;
    }

    /// <summary>The state with its etag, or null.</summary>
    public Task<Stored<SendState>?> ReadAsync(DispatchId dispatch, CancellationToken ct) =>
        store.ReadAsync(Containers.Work, DispatchDocuments.StateOf(dispatch), DispatchDocuments.StateSchema, ct);

    /// <summary>An enterprise's own dispatch. A foreign one, or a notice, is not found, by the same read as an unknown one (CHEAA-4.1.4).</summary>
    public async Task<SendState?> FindAsync(EnterpriseId enterprise, DispatchId dispatch, CancellationToken ct) =>
        await store.ReadAsync(Containers.Work, DispatchDocuments.OwnerOf(enterprise, dispatch), ct) is null ? null : (await ReadAsync(dispatch, ct))?.Value;

    /// <summary>The states that exist.</summary>
    public async Task<IReadOnlyList<SendState>> ReadManyAsync(IReadOnlyCollection<DispatchId> ids, CancellationToken ct)
    {
        DocumentKey[] keys = [.. ids.Distinct().Select(DispatchDocuments.StateOf)];
        return [.. (await store.ReadManyAsync(Containers.Work, keys, DispatchDocuments.StateSchema, ct)).Select(s => s.Value)];
    }

    /// <summary>Writes a changed state. Its new etag, or null when somebody else changed it.</summary>
    public Task<string?> ReplaceAsync(SendState state, string etag, CancellationToken ct) =>
        store.TryCommitAsync(
            Containers.Work, state.DispatchId.ToString(), DispatchDocuments.StateSchema.Replace(DispatchDocuments.State, state, etag, Until(state)), ct);

    /// <summary>The content.</summary>
    /// <exception cref="InvalidDataException">The dispatch has none: the store is damaged.</exception>
    public async Task<DispatchContent> ReadContentAsync(DispatchId dispatch, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Work, DispatchDocuments.ContentOf(dispatch), DispatchDocuments.ContentSchema, ct))?.Value
        ?? throw new InvalidDataException("A dispatch has no content.");

    private DateTimeOffset Until(SendState state) => state.DueAt.ToTime() + options.Retention;
}
