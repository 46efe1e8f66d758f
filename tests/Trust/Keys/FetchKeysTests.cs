using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ascs.Trust.Tests.Keys;

public sealed class FetchKeysTests : IDisposable
{
    private static readonly Sm2PublicKey[] Keys = [.. Enumerable.Range(0, 3).Select(_ => Sm2PrivateKey.Generate().PublicKey)];
    private readonly CertificateAuthority _authority = CertificateAuthority.Create("Ascs test authority", Issued.Now);
    private readonly Stated _shop, _third, _operator, _stranger;
    private readonly Served _served = new();

    public FetchKeysTests() => (_shop, _third, _operator, _stranger) = (
        new(_authority, 1_795_996_800_123_456), new(_authority, 1_795_996_800_123_457), new(_authority, 1_795_996_800_123_458), new(_authority, 1_795_996_800_123_459));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Peer Shop => _shop.Peer with { Role = Role.Enterprise, EnterpriseId = EnterpriseId.Parse("shop"), PublicAddress = new("https://shop.example/") };

    private Peer Third => _third.Peer with { PublicAddress = new("https://third.example/") };

    private Peer Operator => _operator.Peer with { Role = Role.Operator, OperatorId = OperatorId.Parse("op-a"), PublicAddress = new("https://operator.example/") };

    [Fact]
    public async Task an_operators_new_key_reaches_an_enterprise_by_way_of_the_trusted_party()
    {
        var thirds = await BookAsync(new KnownPlatforms { Self = Third, Peers = [Shop, Operator] });
        var (directory, shops) = await ShopAsync();
        _served.Of[Operator.PlatId] = [_operator.Sign(_operator.Statement(Keys[0], KeyNames.Seal)), _operator.Sign(_operator.Statement(Keys[1], KeyNames.Seal, version: 2))];
        _served.Of[Shop.PlatId] = [_shop.Sign(_shop.Statement(Keys[2]))];

        Assert.True(await FetchAsync(thirds, new KnownPlatforms { Self = Third, Peers = [Shop, Operator] }));
        _served.Of[Third.PlatId] = [_third.Sign(_third.Statement(Keys[2], KeyNames.Intake)), .. thirds.ToHandOn];
        Assert.True(await FetchAsync(shops, directory));

        Assert.Equal(("seal-v2", Keys[1]), shops.Current(Operator.PlatId, KeyNames.Seal));
        Assert.Equal(Keys[0], shops.Find(Operator.PlatId, "seal-v1"));
        Assert.Equal(Keys[2], shops.Current(Third.PlatId, KeyNames.Intake)?.Key);
        Assert.Equal(3, thirds.ToHandOn.Count);
        Assert.Equal([Shop.PlatId, Operator.PlatId, Third.PlatId], _served.Asked); // the trusted party asks its peers, an enterprise the trusted party alone
    }

    [Fact]
    public async Task who_hands_on_can_neither_swap_a_key_nor_bring_in_a_strangers()
    {
        var (directory, book) = await ShopAsync();
        await book.OfferAsync(Operator.PlatId, _operator.Sign(_operator.Statement(Keys[0], KeyNames.Seal)), Ct);
        var forged = _third.Sign(_third.Statement(Keys[1], KeyNames.Seal, version: 2));
        var honest = _operator.Sign(_operator.Statement(Keys[1], KeyNames.Seal, version: 2));
        _served.Of[Third.PlatId] =
        [
            honest with { Certificate = forged.Certificate, Signature = forged.Signature }, honest with { Signature = forged.Signature },
            honest with { Signature = null }, new SignedKeyStatement("%%%"), _stranger.Sign(_stranger.Statement(Keys[2])),
        ];

        Assert.True(await FetchAsync(book, directory));

        Assert.Equal(("seal-v1", Keys[0]), book.Current(Operator.PlatId, KeyNames.Seal));
        Assert.Null(book.Find(Operator.PlatId, "seal-v2"));
        Assert.Null(book.Find(_stranger.Platform, "author-v1"));
    }

    [Fact]
    public async Task a_statement_under_a_renewed_certificate_replaces_the_one_handed_on()
    {
        var directory = new KnownPlatforms { Self = Third, Peers = [Operator] };
        var book = await BookAsync(directory);
        await book.OfferAsync(Operator.PlatId, _operator.Sign(_operator.Statement(Keys[0], KeyNames.Seal)), Ct);
        using var renewed = new Stated(_authority, _operator.Platform.Value);
        directory.Peers = [Operator with { CertificateThumbprint = renewed.Pin }];
        _served.Of[Operator.PlatId] = [renewed.Sign(renewed.Statement(Keys[0], KeyNames.Seal))];

        await FetchAsync(book, directory);

        Assert.Equal(_served.Of[Operator.PlatId], book.ToHandOn);
    }

    [Fact]
    public async Task a_peer_away_is_asked_again_sooner_and_less_and_less_often()
    {
        var (directory, book) = await ShopAsync();

        Assert.False(await FetchAsync(book, directory));

        Assert.Equal(TimeSpan.FromSeconds(2), FetchKeys.PauseAfter(TimeSpan.FromSeconds(1), all: false));
        Assert.Equal(TimeSpan.FromMinutes(10), FetchKeys.PauseAfter(TimeSpan.FromMinutes(8), all: false));
        Assert.Equal(TimeSpan.FromMinutes(10), FetchKeys.PauseAfter(TimeSpan.FromSeconds(1), all: true));
    }

    public void Dispose()
    {
        foreach (var stated in new[] { _shop, _third, _operator, _stranger }) stated.Dispose();
        _authority.Dispose();
    }

    private async Task<(KnownPlatforms Directory, PublicKeyBook Book)> ShopAsync()
    {
        var directory = new KnownPlatforms { Self = Shop, Peers = [Third, Operator] };
        return (directory, await BookAsync(directory));
    }

    private static Task<PublicKeyBook> BookAsync(IPlatformDirectory directory) =>
        PublicKeyBook.OpenAsync(new InMemoryDocumentStore(), directory, new FixedTime(Issued.Now.AddMinutes(1)), Ct);

    private Task<bool> FetchAsync(PublicKeyBook book, IPlatformDirectory directory) =>
        new FetchKeys(book, directory, _served, TimeProvider.System, NullLogger<FetchKeys>.Instance).RunOnceAsync(Ct);

    /// <summary>What each platform serves; one that serves nothing is away.</summary>
    private sealed class Served : IStatedKeys
    {
        public Dictionary<PlatId, IReadOnlyList<SignedKeyStatement>> Of { get; } = [];

        public List<PlatId> Asked { get; } = [];

        public Task<IReadOnlyList<SignedKeyStatement>?> ReadAsync(Peer peer, CancellationToken cancellationToken)
        {
            Asked.Add(peer.PlatId);
            return Task.FromResult(Of.GetValueOrDefault(peer.PlatId));
        }
    }
}
