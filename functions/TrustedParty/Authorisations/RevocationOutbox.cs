using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Withdrawals under way, so that none is forgotten by a crash or while an operator is away.</summary>
internal sealed partial class RevocationOutbox(IDocumentStore store)
{
    private const string Partition = "revocations";
    private static readonly DocumentSchema<Revocation> Schema = new("revocation", 1, RevocationJson.Default.Revocation);

    /// <summary>Notes withdrawals durably; one that is noted already stands as it is.</summary>
    public Task NoteAsync(IReadOnlyList<(AuthorisationId Authorisation, Revocation Revocation)> withdrawals, CancellationToken ct) =>
        store.WriteManyAsync(Containers.Work, [.. withdrawals.Select(w => (Partition, (Write)Schema.Create(w.Authorisation.ToString(), w.Revocation)))], ct);

    /// <summary>All that are under way.</summary>
    public async Task<IReadOnlyList<Revocation>> ReadAsync(CancellationToken ct)
    {
        var found = new List<Revocation>();
        await foreach (var stored in store.RangeAllAsync(Containers.Work, Partition, IdRange.First, IdRange.End, Schema, ct))
            found.Add(stored.Value);
        return found;
    }

    /// <summary>The block stands: done.</summary>
    public Task DoneAsync(IReadOnlyList<AuthorisationId> authorisations, CancellationToken ct) => authorisations.Count == 0
        ? Task.CompletedTask
        : store.WriteManyAsync(Containers.Work, [.. authorisations.Select(a => (Partition, (Write)new Write.Delete(a.ToString())))], ct);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Revocation))]
    private sealed partial class RevocationJson : JsonSerializerContext;
}
