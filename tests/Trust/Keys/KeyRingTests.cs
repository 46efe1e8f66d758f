using System.Text;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

public sealed class KeyRingTests : IDisposable
{
    private static readonly DateTimeOffset Now = Issued.Now;
    private readonly RingFixture _fixture = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(KeyAlgorithm.Sm2, 65)]
    [InlineData(KeyAlgorithm.Ed25519, 32)]
    [InlineData(KeyAlgorithm.HmacSm3, null)]
    [InlineData(KeyAlgorithm.Sm4, null)]
    [InlineData(KeyAlgorithm.PairSecret, null)]
    public async Task a_key_made_by_one_process_is_the_same_in_the_next(KeyAlgorithm algorithm, int? publicLength)
    {
        var made = await (await _fixture.OpenAsync()).EnsureAsync("some-key", algorithm, Now, Ct);
        var found = (await _fixture.OpenAsync()).Current("some-key");
        Assert.Equal(made.Bytes, found.Bytes);
        Assert.Equal(("some-key-v1", algorithm, Now), (found.KeyId, found.Record.Algorithm, found.Record.CreatedAt.ToTime()));
        Assert.Equal(publicLength, found.Record.PublicKey?.Length);
    }

    [Fact]
    public async Task each_kind_does_its_work_and_no_other()
    {
        var ring = await _fixture.OpenAsync();
        var author = await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct);
        Assert.True(author.Sm2.PublicKey.Verify("x"u8, author.Sm2.Sign("x"u8)));
        var aid = await ring.EnsureAsync(KeyNames.Aid, KeyAlgorithm.HmacSm3, Now, Ct);
        Assert.Equal(32, aid.HmacSm3.Compute("x"u8).Length);
        var log = await ring.EnsureAsync(KeyNames.LogEd25519, KeyAlgorithm.Ed25519, Now, Ct);
        Assert.True(Ed25519.Verify(log.Record.PublicKey!.Value.Span, "x"u8, Ed25519.Sign(log.Bytes, "x"u8)));
        Assert.Throws<InvalidOperationException>(() => author.HmacSm3);
        Assert.Throws<InvalidOperationException>(() => aid.Sm2);
        Assert.Throws<InvalidOperationException>(() => log.PairSecret);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.HmacSm3, Now, Ct));
    }

    [Fact]
    public async Task the_store_holds_no_key_in_the_clear()
    {
        var key = await (await _fixture.OpenAsync()).EnsureAsync(KeyNames.Tag, KeyAlgorithm.HmacSm3, Now, Ct);
        var body = Encoding.UTF8.GetString((await DocumentAsync("tag_v000000001")).Body.Span);
        Assert.DoesNotContain(Convert.ToBase64String(key.Bytes)[..40], body, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(key.Bytes), body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task a_rotation_puts_a_new_key_in_force_and_keeps_the_old()
    {
        var ring = await _fixture.OpenAsync();
        var first = await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct);
        var second = await ring.RotateAsync(KeyNames.Author, Now.AddDays(365), Ct);
        Assert.Equal(("author-v2", "author-v2"), (second.KeyId, ring.Current(KeyNames.Author).KeyId));
        Assert.NotEqual(first.Sm2.PublicKey, second.Sm2.PublicKey);
        var reopened = await _fixture.OpenAsync();
        Assert.Equal(first.Sm2.PublicKey, reopened.Find(KeyNames.Author, 1)!.Sm2.PublicKey);
        Assert.Equal("author-v2", reopened.Current(KeyNames.Author).KeyId);
        Assert.Equal(["author-v1", "author-v2"], reopened.Records.Select(record => record.KeyId));
    }

    [Fact]
    public async Task what_was_never_made_is_absent()
    {
        var ring = await _fixture.OpenAsync();
        Assert.Null(ring.FindCurrent("seal"));
        Assert.Null(ring.Find("seal", 1));
        Assert.Throws<InvalidOperationException>(() => ring.Current("seal"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ring.RotateAsync("seal", Now, Ct));
        Assert.Null(await ring.DestroyAsync("seal", 1, Now, Ct));
    }

    [Theory, InlineData(""), InlineData("Author"), InlineData("a_b"), InlineData("a/b"), InlineData("a\n"), InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task a_name_is_a_name(string name)
    {
        var ring = await _fixture.OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => ring.EnsureAsync(name, KeyAlgorithm.Sm2, Now, Ct));
    }

    [Fact]
    public async Task two_processes_that_start_at_once_end_with_one_key()
    {
        var (one, other) = (await _fixture.OpenAsync(), await _fixture.OpenAsync());
        var first = await one.EnsureAsync(KeyNames.Aid, KeyAlgorithm.HmacSm3, Now, Ct);
        var second = await other.EnsureAsync(KeyNames.Aid, KeyAlgorithm.HmacSm3, Now, Ct);
        Assert.Equal(first.Bytes, second.Bytes);
        await one.RotateAsync(KeyNames.Aid, Now, Ct);
        Assert.Equal("aid-v2", (await other.RotateAsync(KeyNames.Aid, Now, Ct)).KeyId);
        Assert.Equal(one.Current(KeyNames.Aid).Bytes, other.Current(KeyNames.Aid).Bytes);
    }

    [Fact]
    public async Task a_change_made_elsewhere_is_seen_after_a_refresh()
    {
        var (one, other) = (await _fixture.OpenAsync(), await _fixture.OpenAsync());
        await one.EnsureAsync(KeyNames.Tag, KeyAlgorithm.HmacSm3, Now, Ct);
        Assert.Null(other.FindCurrent(KeyNames.Tag));
        await other.RefreshAsync(Ct);
        var held = other.Current(KeyNames.Tag);
        await one.DestroyAsync(KeyNames.Tag, 1, Now, Ct);
        await other.RefreshAsync(Ct);
        Assert.Null(other.FindCurrent(KeyNames.Tag));
        Assert.Throws<ObjectDisposedException>(() => held.HmacSm3.Compute("x"u8));
    }

    [Theory, InlineData(Fault.Lost), InlineData(Fault.KeptButReportedLost)]
    public async Task a_write_that_fails_can_be_repeated(Fault fault)
    {
        var ring = await _fixture.OpenAsync();
        _fixture.Store.Plan = FaultPlans.AtWrite(1, fault);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct));
        Assert.Equal("author-v1", (await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct)).KeyId);
        _fixture.Store.Plan = FaultPlans.AtWrite(_fixture.Store.Writes + 1, fault);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => ring.RotateAsync(KeyNames.Author, Now, Ct));
        Assert.Equal("author-v2", (await ring.RotateAsync(KeyNames.Author, Now, Ct)).KeyId);
        var reopened = await _fixture.OpenAsync();
        Assert.Equal(ring.Current(KeyNames.Author).Bytes, reopened.Current(KeyNames.Author).Bytes);
    }

    [Fact]
    public async Task a_ring_opens_only_with_its_own_key_file()
    {
        await (await _fixture.OpenAsync()).EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct);
        File.Delete(_fixture.KeyFile);
        LocalKeyWrapper.Create(_fixture.KeyFile, Now);
        await Assert.ThrowsAsync<KeyUnwrapException>(_fixture.OpenAsync);
    }

    [Theory]
    [InlineData("tag_v000000001", "aid_v000000001")]
    [InlineData("aid_v000000001", "aid_v000000002")]
    public async Task a_key_put_in_another_ones_place_does_not_open(string from, string to)
    {
        var ring = await _fixture.OpenAsync();
        await ring.EnsureAsync(KeyNames.Tag, KeyAlgorithm.HmacSm3, Now, Ct);
        await ring.EnsureAsync(KeyNames.Aid, KeyAlgorithm.HmacSm3, Now, Ct);
        await ring.RotateAsync(KeyNames.Aid, Now, Ct);
        var source = KeyDocument.Schema.Read(await DocumentAsync(from)).Value;
        var target = KeyDocument.Schema.Read(await DocumentAsync(to)).Value;
        await WriteAsync(target with { Wrapped = source.Wrapped });
        await Assert.ThrowsAsync<KeyUnwrapException>(_fixture.OpenAsync);
    }

    [Fact]
    public async Task after_a_new_key_encryption_key_everything_is_wrapped_anew_and_opens()
    {
        var ring = await _fixture.OpenAsync();
        var author = await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct);
        await ring.EnsureAsync(KeyNames.Aid, KeyAlgorithm.HmacSm3, Now, Ct);
        await ring.DestroyAsync(KeyNames.Aid, 1, Now, Ct);
        LocalKeyWrapper.Rotate(_fixture.KeyFile, Now);
        var reopened = await _fixture.OpenAsync();
        Assert.Equal(1, await reopened.RewrapAsync(Ct));
        Assert.Equal(0, await reopened.RewrapAsync(Ct));
        Assert.Equal("kek-2", KeyDocument.Schema.Read(await DocumentAsync("author_v000000001")).Value.WrappedUnder);
        var afterwards = await _fixture.OpenAsync();
        Assert.Equal(author.Bytes, afterwards.Current(KeyNames.Author).Bytes);
    }

    [Fact]
    public async Task a_closed_ring_has_no_keys_any_more()
    {
        var ring = await _fixture.OpenAsync();
        var key = await ring.EnsureAsync(KeyNames.LogEd25519, KeyAlgorithm.Ed25519, Now, Ct);
        var author = await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Now, Ct);
        ring.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Bytes.Length);
        Assert.Throws<ObjectDisposedException>(() => author.Sm2.Sign("x"u8));
        Assert.Null(ring.FindCurrent(KeyNames.Author));
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<Document> DocumentAsync(string id) =>
        await _fixture.Inner.ReadAsync(Containers.Keys, new DocumentKey(KeyDocument.Partition, id), Ct) ?? throw new InvalidOperationException(id);

    private async Task WriteAsync(KeyDocument document) =>
        Assert.NotNull(await _fixture.Inner.TryCommitAsync(Containers.Keys, KeyDocument.Partition, KeyDocument.Schema.Upsert(document.Id, document), Ct));
}
