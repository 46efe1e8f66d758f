using Ascs.Trust.Keys;
using Ascs.Trust.Signing;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Tests.Signing;

namespace Ascs.Trust.Tests.Keys;

public sealed class ImportTests : IDisposable
{
    private static readonly DateTimeOffset Now = Issued.Now;
    private static readonly string Name = KeyNames.Pair(Issued.Platform());
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)], Other = new byte[32];
    private readonly RingFixture _fixture = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_imported_secret_signs_the_committed_bytes_also_in_the_next_process()
    {
        Assert.Equal(ImportOutcome.Imported, await (await _fixture.OpenAsync()).ImportAsync(Name, 1, Secret, Now, Ct));
        var exchange = Exchange.All[0];
        var secret = (await _fixture.OpenAsync()).Current(Name).PairSecret;
        Assert.Equal(exchange.Signature, RequestSigner.Sign(exchange.Unsigned, secret, exchange.Created, exchange.Nonce).Signature);
    }

    [Fact]
    public async Task a_repeated_import_is_no_second_one_and_another_secret_no_replacement()
    {
        var ring = await _fixture.OpenAsync();
        await ring.ImportAsync(Name, 1, Secret, Now, Ct);
        Assert.Equal(ImportOutcome.AlreadyThere, await ring.ImportAsync(Name, 1, Secret, Now, Ct));
        Assert.Equal(ImportOutcome.Conflict, await ring.ImportAsync(Name, 1, Other, Now, Ct));
        Assert.Equal(Secret, ring.Current(Name).Bytes);
    }

    [Fact]
    public async Task versions_may_be_skipped_and_are_never_gone_back_to()
    {
        var ring = await _fixture.OpenAsync();
        Assert.Equal(ImportOutcome.Imported, await ring.ImportAsync(Name, 3, Secret, Now, Ct));
        Assert.Equal("pair-v3", ring.Current(Name).PairSecret.KeyId);
        Assert.Equal(ImportOutcome.Conflict, await ring.ImportAsync(Name, 2, Other, Now, Ct));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ring.ImportAsync(Name, 0, Secret, Now, Ct));
    }

    [Fact]
    public async Task the_next_version_is_in_force_and_the_former_still_there()
    {
        var ring = await _fixture.OpenAsync();
        await ring.ImportAsync(Name, 1, Secret, Now, Ct);
        await ring.ImportAsync(Name, 2, Other, Now, Ct);
        Assert.Equal("pair-v2", ring.Current(Name).PairSecret.KeyId);
        Assert.Equal("pair-v1", ring.Find(Name, 1)!.PairSecret.KeyId);
    }

    [Fact]
    public async Task two_processes_that_import_at_once_agree_or_conflict()
    {
        var (one, other, third) = (await _fixture.OpenAsync(), await _fixture.OpenAsync(), await _fixture.OpenAsync());
        Assert.Equal(ImportOutcome.Imported, await one.ImportAsync(Name, 1, Secret, Now, Ct));
        Assert.Equal(ImportOutcome.AlreadyThere, await other.ImportAsync(Name, 1, Secret, Now, Ct));
        Assert.Equal(ImportOutcome.Conflict, await third.ImportAsync(Name, 1, Other, Now, Ct));
    }

    [Fact]
    public async Task a_destroyed_secret_does_not_come_back()
    {
        var ring = await _fixture.OpenAsync();
        await ring.ImportAsync(Name, 1, Secret, Now, Ct);
        await ring.DestroyAsync(Name, 1, Now, Ct);
        Assert.Equal(ImportOutcome.Conflict, await ring.ImportAsync(Name, 1, Secret, Now, Ct));
    }

    [Theory, InlineData(0), InlineData(31), InlineData(33)]
    public async Task another_length_is_a_bug(int length)
    {
        var ring = await _fixture.OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => ring.ImportAsync(Name, 1, new byte[length], Now, Ct));
    }

    public void Dispose() => _fixture.Dispose();
}
