using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Audit;

/// <summary>Chains, signs and stores groups of entries, one after the other. Instances that share the store share the chain: of two that write the same number
/// one wins, the other reads on and takes the next. Used by one task at a time.</summary>
internal sealed class AuditWriter(IDocumentStore store, IAuthor author, PlatId platform, AuditTerm kept, AuditWitness witness, ILogger logger)
{
    private static readonly TimeSpan BetweenHeads = TimeSpan.FromMinutes(1);

    private readonly string instance = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private AuditHead? head; // null until the end of the trail was found
    private AuditHead? published;
    private DateTimeOffset publishedAt;
    private bool due;

    /// <summary>Finds the end of the trail. A sentence for each sign that it is not what it was.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(DateTimeOffset now)
    {
        var end = await AuditEnd.FindAsync(store, platform, witness, now);
        head = published = end.Head;
        return end.Faults;
    }

    /// <summary>Returns when the group is durable.</summary>
    /// <exception cref="StoreUnavailableException">Nobody knows whether it is; the same group may be given again.</exception>
    public async Task WriteAsync(AuditGroup group)
    {
        while (!await TryWriteAsync(group)) { }
        due |= group.At - publishedAt >= BetweenHeads || group.Entries.Any(entry => entry.Event is not (AuditEvent.Call or AuditEvent.Page));
    }

    /// <summary>Publishes the head after a minute, or at once behind anything but calls.</summary>
    public Task PublishIfDueAsync(DateTimeOffset now) => due ? PublishAsync(now) : Task.CompletedTask;

    /// <summary>Publishes the last head, when there is a newer one than was published.</summary>
    public Task EndAsync(DateTimeOffset now) => head is not null && head != published ? PublishAsync(now) : Task.CompletedTask;

    private async Task<bool> TryWriteAsync(AuditGroup group)
    {
        var batch = AuditBatch.After(head!, platform, instance, group.Entries, group.At, kept.ToSpan());
        var text = batch.ToText();
        var document = new AuditDocument(text, AuditSeal.Of(author, AuditDocument.Operation, AuditBatch.DigestOf(text)));
        var write = AuditDocument.Schema.Create(AuditDocument.IdOf(batch.Number), document, batch.ExpiresAt.ToTime());
        var written = await store.TryCommitAsync(Containers.Audit, AuditDocument.Partition, write) is not null;
        var there = written ? text : await ReadAsync(batch.Number);
        head = written || there == text ? batch.ToHead() : Behind(there, batch.Number); // the same text: an attempt that was reported lost
        return there == text;
    }

    private async Task<string> ReadAsync(long number) =>
        (await store.ReadAsync(Containers.Audit, new DocumentKey(AuditDocument.Partition, AuditDocument.IdOf(number)), AuditDocument.Schema))?.Value.Text
            ?? throw new StoreUnavailableException("The store has an audit batch that it does not show.");

    // What is no batch at all is passed over and stays as it is: whoever verifies finds it, and a gap behind it.
    private AuditHead Behind(string text, long number) => AuditBatch.Parse(text)?.ToHead() ?? head! with { Number = number };

    // Elsewhere than the records: who cuts off the trail's end would have to change this document, and the journal and its copies too.
    private async Task PublishAsync(DateTimeOffset now)
    {
        var signed = SignedAuditHead.Sign(head!, platform, author);
        logger.Change($"audit head {signed.Line}");
        await store.TryCommitAsync(Containers.Heads, SignedAuditHead.Key.Partition, SignedAuditHead.Schema.Upsert(SignedAuditHead.Key.Id, signed));
        (published, publishedAt, due) = (head, now, false);
    }
}
