using System.Security.Cryptography;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

public sealed class RingServicesTests : IDisposable
{
    private static readonly byte[] Digest = SHA256.HashData("{}"u8);
    private readonly RingFixture _fixture = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_author_signs_with_the_key_in_force()
    {
        var ring = await _fixture.OpenAsync();
        var author = new RingAuthor(ring);
        Assert.Throws<InvalidOperationException>(() => author.Sign("dispatches/create", Digest));
        var first = await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Issued.Now, Ct);
        var before = author.Sign("dispatches/create", Digest);
        var second = await ring.RotateAsync(KeyNames.Author, Issued.Now, Ct);
        var after = author.Sign("dispatches/create", Digest);
        Assert.Equal(("author-v1", "author-v2"), (before.KeyId, after.KeyId));
        Assert.Null(before.Check(first.Sm2.PublicKey));
        Assert.Null(after.Check(second.Sm2.PublicKey));
        Assert.NotNull(after.Check(first.Sm2.PublicKey));
    }

    [Theory]
    [InlineData("pair-v1", true)]
    [InlineData("pair-v2", true)]
    [InlineData("pair-v3", false)]
    [InlineData("pair-v01", false)]
    [InlineData("pair-v999999999", false)]
    [InlineData("pair-v9999999999", false)]
    [InlineData("session-1", false)]
    [InlineData("author-v1", false)]
    [InlineData("", false)]
    public async Task every_version_of_a_pair_is_found_by_its_id_and_nothing_else(string keyId, bool expected)
    {
        var secrets = new RingPairSecrets(await PairedAsync());
        Assert.Equal(expected ? keyId : null, secrets.Find(Issued.Platform(), keyId)?.KeyId);
    }

    [Fact]
    public async Task a_secret_serves_its_own_pair_only()
    {
        var secrets = new RingPairSecrets(await PairedAsync());
        Assert.Equal("pair-v2", secrets.Current(Issued.Platform())!.KeyId);
        Assert.Null(secrets.Current(Issued.Platform(1_795_996_800_123_457)));
        Assert.Null(secrets.Find(Issued.Platform(1_795_996_800_123_457), "pair-v1"));
    }

    [Fact]
    public async Task a_destroyed_secret_is_shared_no_more()
    {
        var ring = await PairedAsync();
        await ring.DestroyAsync(KeyNames.Pair(Issued.Platform()), 1, Issued.Now, Ct);
        Assert.Null(new RingPairSecrets(ring).Find(Issued.Platform(), "pair-v1"));
        Assert.NotNull(new RingPairSecrets(ring).Find(Issued.Platform(), "pair-v2"));
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<KeyRing> PairedAsync()
    {
        var ring = await _fixture.OpenAsync();
        await ring.ImportAsync(KeyNames.Pair(Issued.Platform()), 1, new byte[32], Issued.Now, Ct);
        await ring.ImportAsync(KeyNames.Pair(Issued.Platform()), 2, Enumerable.Repeat((byte)1, 32).ToArray(), Issued.Now, Ct);
        return ring;
    }
}
