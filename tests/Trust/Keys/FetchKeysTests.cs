using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Tests.Keys;

public sealed class FetchKeysTests : IDisposable
{
    private static readonly Sm2PublicKey[] Keys = [.. Enumerable.Range(0, 3).Select(_ => Sm2PrivateKey.Generate().PublicKey)];
    private readonly CertificateAuthority _authority = CertificateAuthority.Create("Ascs test authority", Issued.Now);
    private readonly Stated _shop, _third, _operator, _stranger;
    private readonly Served _served = new();
    private readonly FixedTime _time = new(Issued.Now.AddMinutes(1));
    private readonly JournalLines _journal = new();

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
        _served.Of[Third.PlatId] = [_third.Sign(_third.Statement(Keys[2], KeyNames.Intake))];
        _served.Of[Operator.PlatId] = thirds.ToHandOnOf(Operator.PlatId);
        Assert.True(await FetchAsync(shops, directory));

        Assert.Equal(("seal-v2", Keys[1]), shops.Current(Operator.PlatId, KeyNames.Seal));
        Assert.Equal(Keys[0], shops.Find(Operator.PlatId, "seal-v1"));
        Assert.Equal(Keys[2], shops.Current(Third.PlatId, KeyNames.Intake)?.Key);
        Assert.Equal(3, thirds.ToHandOn.Count);
        Assert.Equal( // the trusted party asks its peers, operators first; an enterprise asks the trusted party alone
            [(Operator.PlatId, Operator.PlatId), (Shop.PlatId, Shop.PlatId), (Third.PlatId, Third.PlatId), (Third.PlatId, Operator.PlatId)], _served.Asked);
    }

    [Fact]
    public async Task who_hands_on_can_neither_swap_a_key_nor_bring_in_a_strangers()
    {
        var (directory, book) = await ShopAsync();
        await book.OfferAsync(Operator.PlatId, _operator.Sign(_operator.Statement(Keys[0], KeyNames.Seal)), Ct);
        var forged = _third.Sign(_third.Statement(Keys[1], KeyNames.Seal, version: 2));
        var honest = _operator.Sign(_operator.Statement(Keys[1], KeyNames.Seal, version: 2));
        _served.Of[Third.PlatId] = [];
        _served.Of[Operator.PlatId] =
        [
            honest with { Certificate = forged.Certificate, Signature = forged.Signature }, honest with { Signature = forged.Signature },
            honest with { Signature = null }, new SignedKeyStatement("%%%"), _stranger.Sign(_stranger.Statement(Keys[2])),
        ];

        Assert.True(await FetchAsync(book, directory));

        Assert.Equal(("seal-v1", Keys[0]), book.Current(Operator.PlatId, KeyNames.Seal));
        Assert.Null(book.Find(Operator.PlatId, "seal-v2"));
        Assert.Null(book.Find(_stranger.Platform, "author-v1"));
        Assert.Contains($"Key statements of {Operator.PlatId}: refused, 2 Unsigned, 2 CertificateNotPinned, 1 SignatureWrong", Assert.Single(_journal.Lines), StringComparison.Ordinal);
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

    [Fact]
    public async Task an_enterprise_with_a_thousand_keys_keeps_no_operators_key_from_anybody()
    {
        var directory = new KnownPlatforms { Self = Third, Peers = [Shop, Operator] };
        var thirds = await BookAsync(directory);
        _served.Of[Shop.PlatId] = [.. Enumerable.Range(1, 1000).Select(version => _shop.Sign(_shop.Statement(Keys[0], version: version)))];
        _served.Of[Operator.PlatId] = [_operator.Sign(_operator.Statement(Keys[1], KeyNames.Seal))];

        var fetch = Fetch(thirds, directory);
        for (var pass = 0; pass < 3; pass++) Assert.True(await fetch.RunOnceAsync(Ct));

        Assert.Equal(PinnedKeys.MaxKeys, thirds.ToHandOnOf(Shop.PlatId).Count);
        Assert.Equal(_served.Of[Operator.PlatId], thirds.ToHandOnOf(Operator.PlatId));
        Assert.Single(_journal.Lines, line => line.Contains($"Key statements of {Shop.PlatId}: refused, {1000 - PinnedKeys.MaxKeys} TooMany", StringComparison.Ordinal)); // told once
        Assert.True(await fetch.IsUpAsync(Ct));
    }

    [Fact]
    public async Task a_fetch_that_fails_is_told_when_it_begins_and_shows_after_three_periods_until_it_succeeds()
    {
        var (directory, book) = await ShopAsync();
        var fetch = Fetch(book, directory);
        _served.Of[Third.PlatId] = [];
        Assert.False(await fetch.RunOnceAsync(Ct));
        _time.Now += TimeSpan.FromMinutes(29);
        Assert.False(await fetch.RunOnceAsync(Ct));
        Assert.True(await fetch.IsUpAsync(Ct));
        Assert.Contains($"Key statements of {Operator.PlatId}: could not be read, away", Assert.Single(_journal.Lines), StringComparison.Ordinal); // by name, and once

        _time.Now += TimeSpan.FromMinutes(1);
        Assert.False(await fetch.IsUpAsync(Ct));

        _served.Of[Operator.PlatId] = [];
        Assert.True(await fetch.RunOnceAsync(Ct));
        Assert.True(await fetch.IsUpAsync(Ct));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task at_the_trusted_party_an_operator_away_shows_and_an_enterprise_does_not(bool isOperator)
    {
        var directory = new KnownPlatforms { Self = Third, Peers = [isOperator ? Operator : Shop] };
        var fetch = Fetch(await BookAsync(directory), directory);
        Assert.False(await fetch.RunOnceAsync(Ct));
        _time.Now += TimeSpan.FromHours(1);
        Assert.Equal(!isOperator, await fetch.IsUpAsync(Ct));
    }

    public void Dispose()
    {
        foreach (var stated in new[] { _shop, _third, _operator, _stranger }) stated.Dispose();
        _authority.Dispose();
        _journal.Dispose();
    }

    private async Task<(KnownPlatforms Directory, PublicKeyBook Book)> ShopAsync()
    {
        var directory = new KnownPlatforms { Self = Shop, Peers = [Third, Operator] };
        return (directory, await BookAsync(directory));
    }

    private static Task<PublicKeyBook> BookAsync(IPlatformDirectory directory) =>
        PublicKeyBook.OpenAsync(new InMemoryDocumentStore(), directory, new FixedTime(Issued.Now.AddMinutes(1)), Ct);

    private Task<bool> FetchAsync(PublicKeyBook book, IPlatformDirectory directory) =>
        Fetch(book, directory).RunOnceAsync(Ct);

    private FetchKeys Fetch(PublicKeyBook book, IPlatformDirectory directory) =>
        new(book, directory, _served, _time, LoggerFactory.Create(logging => logging.AddProvider(_journal)).CreateLogger<FetchKeys>());

    /// <summary>What is served of each owner, wherever it is asked for; of whom nothing is served, it is away.</summary>
    private sealed class Served : IStatedKeys
    {
        public Dictionary<PlatId, IReadOnlyList<SignedKeyStatement>> Of { get; } = [];

        public List<(PlatId Host, PlatId Owner)> Asked { get; } = [];

        public Task<KeyAnswer> ReadAsync(Peer host, PlatId owner, CancellationToken cancellationToken)
        {
            Asked.Add((host.PlatId, owner));
            return Task.FromResult<KeyAnswer>(Of.TryGetValue(owner, out var statements) ? new KeyAnswer.Read(statements) : new KeyAnswer.Failed("away"));
        }
    }
}
