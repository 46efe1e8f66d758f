using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Audit;
using Ascs.Trust.Directory;
using Ascs.Trust.Tests.Calls;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Tests.Audit;

/// <summary>A platform's store, clock, author key and journal, and trails over them.</summary>
internal sealed class AuditBed : IDisposable
{
    private readonly LoggerFactory loggers;

    public AuditBed()
    {
        Time = new MomentTime(Issued.Now);
        Inner = new InMemoryDocumentStore(Time);
        Store = new FaultyDocumentStore(Inner);
        Author = new TestDirectory { AuthorKey = Sm2PrivateKey.Generate(), Self = new Peer(Issued.Platform(), Role.TrustedParty, "tp", new Uri("https://localhost"), new string('A', 64)) };
        loggers = new LoggerFactory([Journal]);
    }

    public MomentTime Time { get; }

    public InMemoryDocumentStore Inner { get; }

    public FaultyDocumentStore Store { get; }

    public TestDirectory Author { get; init; }

    /// <summary>What a starting trail knows from its journal.</summary>
    public AuditWitness Witness { get; set; } = AuditWitness.None;

    public JournalLines Journal { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public AuditTrail Open() => new(Store, Author, Author.Self.PlatId, AuditTerm.Shortest, Witness, Time, loggers.CreateLogger<AuditTrail>());

    public AuditEntry Entry(AuditEvent kind = AuditEvent.Call, string what = "aids/states", string? traceId = "0af7651916cd43dd8448eb211c80319c") =>
        new(kind, Issued.Platform().ToString(), what, AuditEntry.Ok, traceId, UnixTime.From(Time.GetUtcNow()));

    /// <summary>The batches there are, read and checked for their form.</summary>
    public async Task<List<AuditBatch>> BatchesAsync()
    {
        var batches = new List<AuditBatch>();
        await foreach (var stored in Inner.RangeAllAsync(Containers.Audit, AuditDocument.Partition, IdRange.First, IdRange.End, AuditDocument.Schema, Ct))
            batches.Add(AuditBatch.Parse(stored.Value.Text)!);
        return batches;
    }

    /// <summary>What is wrong with these documents.</summary>
    public IReadOnlyList<string> Verify(List<Document> documents, List<SignedAuditHead> heads)
    {
        var verifier = new AuditVerifier(Author.Self.PlatId, keyId => keyId == "author-v1" ? Author.AuthorKey.PublicKey : null, heads, Time.GetUtcNow());
        foreach (var document in documents) verifier.Add(document);
        return verifier.Finish();
    }

    public void Dispose()
    {
        loggers.Dispose();
        Author.AuthorKey.Dispose();
    }
}
