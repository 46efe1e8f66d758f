using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

public sealed class PublicKeyBookTests : IDisposable
{
    private static readonly Sm2PublicKey[] Keys = [.. Enumerable.Range(0, 3).Select(_ => Sm2PrivateKey.Generate().PublicKey)];
    private readonly CertificateAuthority _authority = CertificateAuthority.Create("Ascs test authority", Issued.Now);
    private readonly FixedTime _time = new(Issued.Now);
    private readonly InMemoryDocumentStore _store = new();
    private readonly Stated _self, _peer, _stranger;
    private readonly KnownPlatforms _peers;

    public PublicKeyBookTests()
    {
        (_self, _peer, _stranger) = (new(_authority, 1_795_996_800_123_456), new(_authority, 1_795_996_800_123_457), new(_authority, 1_795_996_800_123_458));
        _peers = new KnownPlatforms { Self = _self.Peer, Peers = [_peer.Peer] };
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_stated_key_is_taken_once_and_found_also_by_the_next_process()
    {
        var (book, signed) = (await OpenAsync(), _peer.Sign(_peer.Statement(Keys[0])));
        Assert.IsType<KeyOffer.Taken>(await book.OfferAsync(_peer.Platform, signed, Ct));
        Assert.IsType<KeyOffer.Known>(await book.OfferAsync(_peer.Platform, signed, Ct));
        foreach (var reader in new[] { book, await OpenAsync() })
        {
            Assert.Equal(Keys[0], reader.Find(_peer.Platform, "author-v1"));
            Assert.Equal(("author-v1", Keys[0]), reader.Current(_peer.Platform, "author"));
            Assert.Null(reader.Find(_peer.Platform, "author-v2"));
            Assert.Null(reader.Current(_peer.Platform, "seal"));
            Assert.Null(reader.Find(_self.Platform, "author-v1"));
        }
    }

    [Fact]
    public async Task past_its_end_a_key_is_found_for_checking_and_not_for_new_acts()
    {
        var book = await OpenAsync();
        await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[0], notAfter: Issued.Now.AddDays(1))), Ct);
        Assert.Equal(Keys[0], book.FindInUse(_peer.Platform, "author-v1", Issued.Now));
        Assert.Null(book.FindInUse(_peer.Platform, "author-v1", Issued.Now.AddDays(1)));
        Assert.Equal(Keys[0], book.Find(_peer.Platform, "author-v1"));
    }

    [Fact]
    public async Task a_changed_key_is_refused_and_the_known_one_stays()
    {
        var book = await OpenAsync();
        await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[0])), Ct);
        Assert.Equal(new KeyOffer.Refused(KeyFault.Changed), await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[1])), Ct));
        Assert.Equal(Keys[0], book.Find(_peer.Platform, "author-v1"));
        Assert.Equal(Keys[0], (await OpenAsync()).Find(_peer.Platform, "author-v1"));
    }

    [Fact]
    public async Task of_two_processes_that_are_offered_different_keys_the_first_counts()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await one.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[0])), Ct);
        Assert.Equal(new KeyOffer.Refused(KeyFault.Changed), await other.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[1])), Ct));
        Assert.Equal(Keys[0], other.Find(_peer.Platform, "author-v1"));
    }

    [Fact]
    public async Task unsigned_foreign_and_strangers_keys_are_refused_by_name()
    {
        var book = await OpenAsync();
        var signed = _peer.Sign(_peer.Statement(Keys[0]));
        Assert.Equal(new KeyOffer.Refused(KeyFault.Unsigned), await book.OfferAsync(_peer.Platform, signed with { Signature = null }, Ct));
        Assert.Equal(new KeyOffer.Refused(KeyFault.CertificateNotPinned), await book.OfferAsync(_peer.Platform, _stranger.Sign(_stranger.Statement(Keys[0])), Ct));
        Assert.Equal(new KeyOffer.Refused(KeyFault.ForeignPlatform), await book.OfferAsync(_stranger.Platform, _stranger.Sign(_stranger.Statement(Keys[0])), Ct));
        Assert.Null(book.Find(_peer.Platform, "author-v1"));
        Assert.Empty((await _store.RangeAsync(Containers.Work, PublicKeyDocument.Partition, IdRange.First, IdRange.End, 10, Ct)).Items);
    }

    [Fact]
    public async Task the_newest_key_in_use_is_current_and_old_ones_are_still_found()
    {
        var book = await OpenAsync();
        await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[0])), Ct);
        await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[1], version: 2)), Ct);
        await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[2], version: 10) with { NotBefore = UnixTime.From(Issued.Now.AddDays(1)) }), Ct);
        Assert.Equal("author-v2", book.Current(_peer.Platform, "author")!.Value.KeyId);
        _time.Now = Issued.Now.AddDays(1);
        Assert.Equal("author-v10", book.Current(_peer.Platform, "author")!.Value.KeyId);
        Assert.Equal(Keys[0], book.Find(_peer.Platform, "author-v1"));
    }

    [Fact]
    public async Task an_end_once_stated_stays_and_an_older_statement_revives_nothing()
    {
        var book = await OpenAsync();
        var (open, ended) = (_peer.Sign(_peer.Statement(Keys[0])), _peer.Sign(_peer.Statement(Keys[0], notAfter: Issued.Now.AddHours(1))));
        foreach (var offered in new[] { open, ended, open, _peer.Sign(_peer.Statement(Keys[0], notAfter: Issued.Now.AddHours(2))) }) await book.OfferAsync(_peer.Platform, offered, Ct);
        _time.Now = Issued.Now.AddHours(1);
        foreach (var reader in new[] { book, await OpenAsync() })
        {
            Assert.Null(reader.Current(_peer.Platform, "author"));
            Assert.Equal(Keys[0], reader.Find(_peer.Platform, "author-v1"));
        }
    }

    [Fact]
    public async Task a_renewed_certificate_takes_effect_with_the_list_of_peers_and_known_keys_stay()
    {
        var book = await OpenAsync();
        await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[0])), Ct);
        using var renewed = new Stated(_authority, _peer.Platform.Value);
        Assert.Equal(new KeyOffer.Refused(KeyFault.CertificateNotPinned), await book.OfferAsync(_peer.Platform, renewed.Sign(renewed.Statement(Keys[1], version: 2)), Ct));
        _peers.Peers = [renewed.Peer];
        Assert.IsType<KeyOffer.Taken>(await book.OfferAsync(_peer.Platform, renewed.Sign(renewed.Statement(Keys[1], version: 2)), Ct));
        Assert.IsType<KeyOffer.Known>(await book.OfferAsync(_peer.Platform, renewed.Sign(renewed.Statement(Keys[0])), Ct));
        Assert.Equal(new KeyOffer.Refused(KeyFault.CertificateNotPinned), await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[2], version: 3)), Ct));
    }

    [Fact]
    public async Task more_keys_than_anybody_needs_are_refused_and_those_known_still_end()
    {
        var book = await OpenAsync();
        for (var version = 1; version <= PinnedKeys.MaxKeys; version++)
            Assert.IsType<KeyOffer.Taken>(await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[0], version: version)), Ct));
        Assert.Equal(new KeyOffer.Refused(KeyFault.TooMany), await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[1], version: PinnedKeys.MaxKeys + 1)), Ct));
        Assert.IsType<KeyOffer.Known>(await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[0], notAfter: Issued.Now)), Ct));
        Assert.Null(book.FindInUse(_peer.Platform, "author-v1", Issued.Now));
        Assert.IsType<KeyOffer.Taken>(await book.OfferAsync(_self.Platform, _self.Sign(_self.Statement(Keys[2])), Ct)); // one owner's excess is nobody else's
        Assert.Equal(PinnedKeys.MaxKeys, book.ToHandOn.Count);
    }

    [Theory]
    [InlineData(Role.Enterprise, "author inbox")]
    [InlineData(Role.Operator, "author seal")]
    [InlineData(Role.TrustedParty, "author intake log-ed25519 log-sm2")]
    [InlineData(Role.BackOffice, "author")]
    public async Task a_key_is_taken_only_under_a_name_that_its_owners_role_has(Role role, string names)
    {
        _peers.Peers = [_peer.Peer with { Role = role }];
        var (book, taken) = (await OpenAsync(), new List<string>());
        foreach (var name in new[] { KeyNames.Author, KeyNames.Inbox, KeyNames.Intake, KeyNames.LogEd25519, KeyNames.LogSm2, KeyNames.Seal, KeyNames.Tag, "whatever" })
        {
            var offer = await book.OfferAsync(_peer.Platform, _peer.Sign(_peer.Statement(Keys[0], name)), Ct);
            if (offer is KeyOffer.Taken) taken.Add(name);
            else Assert.Equal(new KeyOffer.Refused(KeyFault.NameUnknown), offer);
        }

        Assert.Equal(names, string.Join(' ', taken));
    }

    [Fact]
    public async Task a_platform_finds_its_own_stated_keys_too()
    {
        var book = await OpenAsync();
        Assert.IsType<KeyOffer.Taken>(await book.OfferAsync(_self.Platform, _self.Sign(_self.Statement(Keys[0])), Ct));
        Assert.Equal(Keys[0], book.Find(_self.Platform, "author-v1"));
    }

    [Fact]
    public void a_fingerprint_pinned_at_pairing_is_the_only_one_for_its_key()
    {
        var pinned = new PinnedKeys(_peer.Platform, Role.TrustedParty, _peer.Pin, new Dictionary<string, string> { ["author-v1"] = Keys[0].Fingerprint });
        Assert.Equal(new KeyOffer.Refused(KeyFault.Changed), pinned.Judge(_peer.Sign(_peer.Statement(Keys[1]))));
        Assert.IsType<KeyOffer.Taken>(pinned.Judge(_peer.Sign(_peer.Statement(Keys[0]))));
        Assert.IsType<KeyOffer.Taken>(pinned.Judge(_peer.Sign(_peer.Statement(Keys[1], version: 2))));
        Assert.Empty(pinned.Statements); // judging changes nothing
    }

    public void Dispose()
    {
        foreach (var stated in new[] { _self, _peer, _stranger }) stated.Dispose();
        _authority.Dispose();
    }

    private Task<PublicKeyBook> OpenAsync() => PublicKeyBook.OpenAsync(_store, _peers, _time, Ct);
}
