using System.Text;
using Ascs.Storage;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

public sealed class KeyDestructionTests : IDisposable
{
    private static readonly DateTimeOffset Now = Issued.Now;
    private readonly RingFixture _fixture = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_destroyed_key_is_gone_from_store_and_memory_and_its_record_stays()
    {
        var ring = await _fixture.OpenAsync();
        var key = await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct);
        var destruction = await ring.DestroyAsync(KeyNames.Author, 1, Now.AddDays(1), Ct);
        Assert.Equal(("author-v1", KeyAlgorithm.Sm2, Now, Now.AddDays(1)),
            (destruction!.KeyId, destruction.Algorithm, destruction.CreatedAt.ToTime(), destruction.DestroyedAt.ToTime()));
        Assert.Throws<ObjectDisposedException>(() => key.Sm2.Sign("x"u8));
        Assert.Equal(1, _fixture.Erasures);
        var document = await _fixture.Inner.ReadAsync(Containers.Keys, new DocumentKey(KeyDocument.Partition, "author_v000000001"), Ct);
        Assert.DoesNotContain("wrapped", Encoding.UTF8.GetString(document!.Body.Span), StringComparison.Ordinal);
        // Its public half still checks what it signed.
        Assert.Equal(key.Record.PublicKey!.Value.ToArray(), (await _fixture.OpenAsync()).Records.Single().PublicKey!.Value.ToArray());
    }

    [Fact]
    public async Task an_older_key_never_takes_a_destroyed_ones_place()
    {
        var ring = await _fixture.OpenAsync();
        await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct);
        await ring.RotateAsync(KeyNames.Author, Now, Ct);
        await ring.DestroyAsync(KeyNames.Author, 2, Now, Ct);
        Assert.Null(ring.FindCurrent(KeyNames.Author));
        Assert.Null(ring.Find(KeyNames.Author, 2));
        Assert.NotNull(ring.Find(KeyNames.Author, 1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct));
        Assert.Equal("author-v3", (await ring.RotateAsync(KeyNames.Author, Now, Ct)).KeyId);
    }

    [Theory, InlineData(Fault.Lost), InlineData(Fault.KeptButReportedLost)]
    public async Task a_destruction_that_failed_at_its_write_is_repeated_to_its_end(Fault fault)
    {
        var ring = await _fixture.OpenAsync();
        await ring.EnsureAsync(KeyNames.Tag, KeyAlgorithm.HmacSm3, Now, Ct);
        _fixture.Store.Plan = FaultPlans.AtWrite(2, fault);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => ring.DestroyAsync(KeyNames.Tag, 1, Now, Ct));
        Assert.Equal(0, _fixture.Erasures); // nothing is said to be erased before it was
        Assert.NotNull(await ring.DestroyAsync(KeyNames.Tag, 1, Now, Ct));
        Assert.Equal(1, _fixture.Erasures);
        Assert.Null(ring.Find(KeyNames.Tag, 1));
    }

    [Fact]
    public async Task a_destruction_whose_erasure_failed_erases_when_repeated_and_keeps_its_first_time()
    {
        var ring = await _fixture.OpenAsync();
        await ring.EnsureAsync(KeyNames.Tag, KeyAlgorithm.HmacSm3, Now, Ct);
        _fixture.ErasureFails = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => ring.DestroyAsync(KeyNames.Tag, 1, Now, Ct));
        _fixture.ErasureFails = false;
        var again = await (await _fixture.OpenAsync()).DestroyAsync(KeyNames.Tag, 1, Now.AddHours(1), Ct);
        Assert.Equal(Now, again!.DestroyedAt.ToTime());
        Assert.Equal(1, _fixture.Erasures);
    }

    public void Dispose() => _fixture.Dispose();
}
