using System.Text;
using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Storage;
using Ascs.Trust.Keys;

namespace Ascs.Enterprise.Authorising;

/// <summary>Manage codes by their hash. The code itself lies encrypted beside its consent for ten minutes, so that a reload of the last page shows it again.</summary>
internal sealed class ManageCodes(IDocumentStore store, KeyRing keys, TimeProvider time)
{
    private const string Id = "code";
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(10);
    private static readonly DocumentSchema<ConsentNonce> Codes = new("manage code", 1, AuthorisingJson.Default.ConsentNonce);
    private static readonly DocumentSchema<Sealed> ShownCodes = new("shown code", 1, AuthorisingJson.Default.Sealed);

    /// <summary>Makes a code that opens a consent until its term ends.</summary>
    /// <returns>The write that shows it, for the consent's partition.</returns>
    public async Task<Write> MakeAsync(ConsentNonce nonce, UnixTime expiresAt, CancellationToken ct)
    {
        var code = ManageCode.New();
        await store.CommitAsync(Containers.Work, ManageCode.PartitionOf(code)!, [Codes.Create(Id, nonce, expiresAt.ToTime())], ct);
        var content = Sealed.Of(keys, ConsentRecords.PartitionOf(nonce), Encoding.ASCII.GetBytes(code));
        return ShownCodes.Upsert(Id, content, time.GetUtcNow() + Shown);
    }

    /// <summary>The code of a consent just authorised; null once it was shown long enough.</summary>
    public async Task<string?> ShowAsync(ConsentNonce nonce, CancellationToken ct)
    {
        var partition = ConsentRecords.PartitionOf(nonce);
        var content = (await store.ReadAsync(Containers.Work, new DocumentKey(partition, Id), ShownCodes, ct))?.Value.Open(keys, partition);
        return content is null ? null : Encoding.ASCII.GetString(content);
    }

    /// <summary>The consent a typed code opens, or null.</summary>
    public async Task<ConsentNonce?> FindAsync(string? typed, CancellationToken ct) =>
        ManageCode.PartitionOf(typed) is { } partition && await store.ReadAsync(Containers.Work, new DocumentKey(partition, Id), Codes, ct) is { } found ? found.Value : null;
}
