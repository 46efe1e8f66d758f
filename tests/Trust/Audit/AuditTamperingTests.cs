using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Audit;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Audit;

/// <summary>Everything that somebody with the store and without a key can do to a trail is found (CHEAA-4.1.6 c, 5.1.6 c).</summary>
public sealed class AuditTamperingTests : IAsyncLifetime, IDisposable
{
    private readonly AuditBed bed = new();
    private List<Document> trail = [];
    private List<SignedAuditHead> heads = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        for (var day = 0; day < 2; day++, bed.Time.Advance(TimeSpan.FromDays(1)))
        {
            await using var open = bed.Open();
            for (var i = 0; i < 3; i++)
            {
                open.Record(bed.Entry());
                await open.RecordDurablyAsync(bed.Entry(AuditEvent.KeyRotated, "author-v2"), Ct);
            }
        }

        trail = [.. (await bed.Inner.RangeAsync(Containers.Audit, AuditDocument.Partition, IdRange.First, IdRange.End, 100, Ct)).Items];
        heads = [.. bed.Journal.Lines.Select(SignedAuditHead.Find).OfType<SignedAuditHead>()];
    }

    [Fact]
    public void a_trail_that_nobody_touched_holds()
    {
        Assert.Empty(Verify(trail));
        Assert.Equal(6, trail.Count);
        Assert.NotEmpty(heads);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x20)]
    public void any_byte_that_is_changed_is_found(int bits)
    {
        List<Document> small = [.. trail.Take(2)];
        Assert.Empty(bed.Verify(small, []));
        for (var n = 0; n < small.Count; n++)
        {
            for (var at = 0; at < trail[n].Body.Length; at++)
            {
                var body = trail[n].Body.ToArray();
                body[at] ^= (byte)bits;
                small[n] = trail[n] with { Body = body };
                Assert.False(bed.Verify(small, []).Count == 0, $"byte {at} of batch {n + 1}");
            }

            small[n] = trail[n];
        }
    }

    [Fact]
    public void what_is_removed_is_found()
    {
        for (var n = 0; n < trail.Count; n++)
            Assert.NotEmpty(Verify([.. trail.Take(n), .. trail.Skip(n + 1)]));
    }

    [Fact]
    public void what_is_cut_off_is_found()
    {
        for (var left = 0; left < trail.Count; left++)
            Assert.NotEmpty(Verify([.. trail.Take(left)]));
    }

    [Fact]
    public void what_is_cut_off_is_not_found_without_a_head_from_elsewhere() => Assert.Empty(bed.Verify([.. trail.Take(3)], []));

    [Fact]
    public void what_is_reordered_is_found()
    {
        for (var n = 1; n < trail.Count; n++)
        {
            Assert.NotEmpty(Verify([.. trail.Take(n - 1), trail[n], trail[n - 1], .. trail.Skip(n + 1)]));
            var (one, other) = (trail[n - 1] with { Body = trail[n].Body }, trail[n] with { Body = trail[n - 1].Body });
            Assert.NotEmpty(Verify([.. trail.Take(n - 1), one, other, .. trail.Skip(n + 1)]));
        }
    }

    [Fact]
    public void what_is_duplicated_is_found()
    {
        for (var n = 0; n < trail.Count; n++)
        {
            Assert.NotEmpty(Verify([.. trail.Take(n), trail[n], .. trail.Skip(n)]));
            Assert.NotEmpty(Verify([.. trail, trail[n] with { Key = new DocumentKey(AuditDocument.Partition, AuditDocument.IdOf(trail.Count + 1)) }]));
        }
    }

    [Fact]
    public void another_platforms_batch_is_found()
    {
        using var other = Sm2PrivateKey.Generate();
        for (var n = 0; n < trail.Count; n++)
        {
            var text = AuditDocument.Schema.FromBody(trail[n].Body).Text;
            var signature = AuthorSignature.Sign(other, "author-v1", AuditDocument.Operation, AuditBatch.DigestOf(text));
            var seal = $"author-v1:{System.Buffers.Text.Base64Url.EncodeToString(signature.Signature.Span)}";
            Assert.NotEmpty(Verify(With(n, trail[n] with { Body = AuditDocument.Schema.ToBody(new AuditDocument(text, seal)) })));
        }
    }

    [Fact]
    public void another_trail_signed_by_the_same_key_is_found()
    {
        var batch = AuditBatch.Parse(AuditDocument.Schema.FromBody(trail[2].Body).Text)!;
        foreach (var forged in new[] { batch with { Platform = Certificates.Issued.Platform(1_795_996_800_123_457) }, batch with { Previous = AuditHead.Empty } })
        {
            var body = AuditDocument.Schema.ToBody(new AuditDocument(forged.ToText(), AuditSeal.Of(bed.Author, AuditDocument.Operation, AuditBatch.DigestOf(forged.ToText()))));
            Assert.NotEmpty(Verify(With(2, trail[2] with { Body = body })));
        }
    }

    [Fact]
    public void a_signature_for_another_act_does_not_serve()
    {
        var text = AuditDocument.Schema.FromBody(trail[0].Body).Text;
        var body = AuditDocument.Schema.ToBody(new AuditDocument(text, AuditSeal.Of(bed.Author, "dispatches/create", AuditBatch.DigestOf(text))));
        Assert.NotEmpty(Verify(With(0, trail[0] with { Body = body })));
    }

    [Fact]
    public void a_head_nobody_signed_accuses_nobody()
    {
        var forged = new SignedAuditHead(heads[0].Text.Replace(" 1 ", " 999 ", StringComparison.Ordinal), heads[0].Seal);
        Assert.Empty(bed.Verify(trail, [forged]));
    }

    [Fact]
    public void what_was_purged_when_its_term_was_over_is_not_missed_and_a_day_early_it_is()
    {
        var first = AuditBatch.Parse(AuditDocument.Schema.FromBody(trail[0].Body).Text)!;
        List<Document> second = [.. trail.Skip(3)];
        bed.Time.SetUtcNow(first.ExpiresAt.ToTime().AddMilliseconds(-1));
        Assert.NotEmpty(Verify(second));
        bed.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Empty(Verify(second));
        bed.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(Verify([]));
    }

    public void Dispose() => bed.Dispose();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private List<Document> With(int n, Document changed) => [.. trail.Take(n), changed, .. trail.Skip(n + 1)];

    private IReadOnlyList<string> Verify(List<Document> documents) => bed.Verify(documents, heads);
}
