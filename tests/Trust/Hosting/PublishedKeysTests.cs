using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.Trust.Hosting;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Tests.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Hosting;

public sealed class PublishedKeysTests : IDisposable
{
    private readonly RingFixture rings = new();

    private readonly CertificateAuthority authority = CertificateAuthority.Create("test", Issued.Now);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task own_statements_are_served_and_follow_a_rotation_and_a_peers_are_when_asked_for()
    {
        var ring = await rings.OpenAsync();
        await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Issued.Now, Stop);
        await ring.EnsureAsync(KeyNames.Answers, KeyAlgorithm.Sm4, Issued.Now, Stop);
        using var certificate = Issued.By(authority, Issued.Now);
        using var other = new Stated(authority, 1_795_996_800_123_457);
        var handedOn = other.Sign(other.Statement(Gm.Sm2PrivateKey.Generate().PublicKey, KeyNames.Seal));
        var directory = new KnownPlatforms { Self = other.Peer with { PlatId = Issued.Platform() }, Peers = [other.Peer with { Role = Role.Operator }] };
        var book = await PublicKeyBook.OpenAsync(new InMemoryDocumentStore(), directory, TimeProvider.System, Stop);
        Assert.IsType<KeyOffer.Taken>(await book.OfferAsync(other.Platform, handedOn, Stop));
        var keys = new PublishedKeys(ring, new OwnCertificate(certificate), Issued.Platform(), book);
        Assert.Equal(["author-v1"], await OwnAsync(keys, certificate));
        Assert.Single(await ShowAsync(keys)); // others' only when asked for
        Assert.Equal([handedOn], await ShowAsync(keys, $"?owner={other.Platform}"));
        Assert.Equal(await ShowAsync(keys), await ShowAsync(keys, $"?owner={Issued.Platform()}"));
        Assert.Empty(await ShowAsync(keys, "?owner=1795996800999999"));
        Assert.Empty(await ShowAsync(keys, "?owner=whoever"));
        Assert.Empty(await ShowAsync(new PublishedKeys(ring, new OwnCertificate(certificate), Issued.Platform()), $"?owner={other.Platform}"));
        Assert.Equal([.. await ShowAsync(keys), handedOn], keys.Statements());
        await ring.RotateAsync(KeyNames.Author, Issued.Now, Stop);
        Assert.Equal(["author-v1", "author-v2"], await OwnAsync(keys, certificate));
    }

    [Fact]
    public async Task answers_sealed_before_a_rotation_open_after_it_until_the_key_is_destroyed()
    {
        var ring = await rings.OpenAsync();
        await ring.EnsureAsync(KeyNames.Answers, KeyAlgorithm.Sm4, Issued.Now, Stop);
        var seal = new RingAnswerSeal(ring);
        var before = seal.Seal("answer"u8, "place");
        await ring.RotateAsync(KeyNames.Answers, Issued.Now, Stop);
        Assert.Equal("answer"u8.ToArray(), seal.Open(before, "place"));
        Assert.Null(seal.Open(before, "elsewhere"));
        Assert.Null(seal.Open([], "place"));
        await ring.DestroyAsync(KeyNames.Answers, 1, Issued.Now, Stop);
        Assert.Null(seal.Open(before, "place"));
        Assert.Equal("answer"u8.ToArray(), seal.Open(seal.Seal("answer"u8, "place"), "place"));
    }

    public void Dispose()
    {
        authority.Dispose();
        rings.Dispose();
    }

    private static async Task<List<string>> OwnAsync(PublishedKeys keys, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
    {
        var ids = new List<string>();
        foreach (var signed in await ShowAsync(keys))
            if (KeyStatements.Read(signed, Issued.Platform(), CertificateIdentity.ThumbprintOf(certificate), out var statement) is null) ids.Add(statement!.KeyId);
        return ids;
    }

    private static async Task<IReadOnlyList<SignedKeyStatement>> ShowAsync(PublishedKeys keys, string query = "")
    {
        using var body = new MemoryStream();
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { Request = { QueryString = new QueryString(query) }, Response = { Body = body }, RequestServices = services };
        await (await keys.ShowAsync(context)).ExecuteAsync(context);
        return KeyStatements.FromJson(body.ToArray())!;
    }
}
