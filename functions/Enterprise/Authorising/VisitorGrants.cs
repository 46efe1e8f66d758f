using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Enterprise.Authorising;

/// <summary>Which consents a browser gave or opened: one small document each in the visitor's partition.</summary>
internal sealed class VisitorGrants(IDocumentStore store)
{
    private const string Prefix = "grant-";
    private const string End = "granu"; // behind every id with the prefix
    private const int Most = 100;
    private static readonly TimeSpan KeptAfterTerm = TimeSpan.FromDays(30);
    private static readonly DocumentSchema<ConsentNonce> Schema = new("visitor grant", 1, AuthorisingJson.Default.ConsentNonce);

    /// <summary>Lets a browser see and cancel a consent.</summary>
    public Task AddAsync(string partition, ConsentNonce nonce, UnixTime expiresAt, CancellationToken ct) =>
        store.CommitAsync(Containers.Work, partition, [Schema.Upsert(Prefix + nonce, nonce, expiresAt.ToTime() + KeptAfterTerm)], ct);

    /// <summary>Whether it may.</summary>
    public async Task<bool> HasAsync(string partition, ConsentNonce nonce, CancellationToken ct) =>
        await store.ReadAsync(Containers.Work, new DocumentKey(partition, Prefix + nonce), ct) is not null;

    /// <summary>Its consents.</summary>
    public async Task<IReadOnlyList<ConsentNonce>> ListAsync(string partition, CancellationToken ct) =>
        [.. (await store.RangeAsync(Containers.Work, partition, Prefix, End, Most, Schema, ct)).Items.Select(item => item.Value)];
}
