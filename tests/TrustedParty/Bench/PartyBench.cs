using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Tests;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Signing;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Confirmations;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Expiry;
using Ascs.TrustedParty.Revocations;
using Ascs.TrustedParty.Services;
using Ascs.TrustedParty.Tests.Services;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.TrustedParty.Tests.Bench;

/// <summary>A trusted party over stores that go wrong on purpose; <see cref="RestartAsync"/> is what a crash and a new start leave.</summary>
internal sealed class PartyBench : IDisposable
{
    public const string IdempotencyKey = "authorise-0123456789";
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    private static readonly Sm2PrivateKey AuthorKey = Sm2PrivateKey.Generate();

    private PartyBench(KeyRing ring)
    {
        (Ring, Watch, KeyDocuments) = (ring, new(Inner), new(InnerKeys));
        Store = new(Watch);
    }

    public FakeTimeProvider Time { get; } = new(Begin);

    public KeyRing Ring { get; }

    public InMemoryDocumentStore Inner { get; } = new();

    public InMemoryDocumentStore InnerKeys { get; } = new();

    /// <summary>What is asked of the store.</summary>
    public WatchedStore Watch { get; }

    public FaultyDocumentStore Store { get; }

    public FaultyDocumentStore KeyDocuments { get; }

    public FakeDirectory Directory { get; } = new();

    public FakeCaller Caller { get; } = new();

    public FakeNotices Notices { get; } = new();

    public FakeEvents Events { get; } = new();

    public SequencedLog Log { get; private set; } = null!;

    public AuthorisationKeys Keys { get; private set; } = null!;

    public LeafArchive Archive { get; private set; } = null!;

    public AidRecords Records => new(Store);

    public Clicks Clicks => new(Store);

    public ExpiryIndex Expiry => new(Store);

    public ServiceCatalogue Catalogue { get; } = new([SamplePolicies.Policy], [SamplePolicies.Template]);

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<PartyBench> StartAsync()
    {
        var ringStore = new InMemoryDocumentStore();
        var ring = await KeyRing.OpenAsync(ringStore, ringStore, new PlainWrapper(), Ct);
        foreach (var (name, algorithm) in TrustedPartyKeys.All)
            await ring.EnsureAsync(name, algorithm, Begin, Ct);
        var bench = new PartyBench(ring);
        await bench.RestartAsync();
        return bench;
    }

    /// <summary>The process died and starts again over what is stored; no more faults.</summary>
    public async Task RestartAsync()
    {
        (Store.Plan, KeyDocuments.Plan) = (FaultPlans.None, FaultPlans.None);
        Log?.Dispose();
        Log = new SequencedLog(Store, LogKeys.From(Ring, "log.example/1"), NullLogger<SequencedLog>.Instance);
        await Log.StartAsync(Ct);
        Keys = new AuthorisationKeys(new KeyStore(KeyDocuments), new AuthorisationKeyWrap(Ring));
        Archive = new LeafArchive(Store, Keys, Time);
    }

    public Authorise Authorise() => new(
        new CheckConsent(Catalogue, new Intake(Ring), Clicks), new FindHome(Caller, Directory, new IdSource(Time)), new AidMint(Ring, Records),
        new Consents(Store, Keys, Time), new GrantConsent(Log, Archive, Records, Expiry, Clicks, Revocations(), Notices));

    /// <summary>What went on record.</summary>
    public RecordedTrail Trail { get; } = new();

    public Ascs.TrustedParty.Revocations.Revocations Revocations() => new(
        new RevocationOrders(Store), new RecordRevocation(Records, Archive, Log, Events), new ApplyBlocks(Caller, Directory, new IdSource(Time)), Trail, Time);

    public FinishRevocations Finisher() =>
        new(new RevocationOrders(Store), Revocations(), Records, Directory, Time, NullLogger<FinishRevocations>.Instance);

    public Task<Answer<RevokeAnswer>> RevokeAsync(Peer caller, RevokedBy by, params Aid[] aids) => new Revoke(Records, Revocations()).HandleAsync(
        new RevokeRequest(1, FakeDirectory.Meadow, aids, by), Call(caller, TrustedPartyCatalogue.Revoke.Name), Ct);

    public ExpirySweep Sweep() => new(Store, Expiry, Records, Archive, Log, Events, Time, NullLogger<ExpirySweep>.Instance);

    public Peer Meadow => Directory.Enterprise(FakeDirectory.Meadow)!;

    public Peer North => Directory.Operator(FakeDirectory.North)!;

    /// <summary>An authorisation of a person at the north operator.</summary>
    public Task<AidRecord> AuthorisedAsync(int number = 0) => GrantedAsync(Request(), number);

    /// <summary>Likewise, confirmed on our page.</summary>
    public async Task<AidRecord> ConfirmedAsync()
    {
        var request = Request();
        await ClickAsync(request);
        return await GrantedAsync(request, 0);
    }

    private async Task<AidRecord> GrantedAsync(AuthoriseRequest request, int number)
    {
        Knows(FakeDirectory.North);
        var answer = await AuthoriseAsync(request, $"authorise-{number:D10}");
        return await RecordAsync(answer.Value!.Aid);
    }

    /// <summary>The person answers this consent on our page.</summary>
    public Task<Click> ClickAsync(AuthoriseRequest request, ClickKind kind = ClickKind.Confirmed) => Clicks.RecordAsync(
        request.EnterpriseId, request.ConsentNonce, new Click(kind, UnixTime.From(Time.GetUtcNow()), request.TextHash, SealedIdsHash(request)), Ct);

    public async Task<AidRecord> RecordAsync(Aid aid) => (await Records.ReadManyAsync(FakeDirectory.Meadow, [aid], Ct))[aid];

    public async Task<long> LogSizeAsync() => (await Log.CheckpointAsync(Ct)).Checkpoint.Size;

    public Task<Answer<AuthoriseAnswer>> AuthoriseAsync(AuthoriseRequest request, string key = IdempotencyKey) =>
        Authorise().HandleAsync(request, Call(request.EnterpriseId, TrustedPartyCatalogue.Authorise.Name, key), Ct);

    public Call Call(EnterpriseId enterprise, string operation, string? key = IdempotencyKey) => Call(Directory.Enterprise(enterprise)!, operation, key);

    public Call Call(Peer peer, string operation, string? key = IdempotencyKey)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(operation));
        var author = AuthorSignature.Sign(AuthorKey, "author-v1", operation, digest).HeaderValue;
        return new Call(peer, operation, key, ContentDigest.Of(Encoding.UTF8.GetBytes(operation)), author, Time.GetUtcNow(), new string('0', 32));
    }

    /// <summary>A consent as an honest enterprise sends it, for one person known by tag 'A' at the north operator unless told otherwise.</summary>
    public AuthoriseRequest Request(
        ConsentChoices? choices = null, Func<Agreement, Agreement>? agreement = null, ConsentNonce? nonce = null, IReadOnlyList<SealedIdentifier>? identifiers = null)
    {
        var chosen = choices ?? new ConsentChoices([Channel.Sms], 30, Language.Zh);
        var text = chosen.AreOfferedBy(SamplePolicies.Policy) ? ConsentText.For(SamplePolicies.Policy, chosen) : "nothing";
        var content = new Agreement(1, 1, chosen, text, UnixTime.From(Time.GetUtcNow()));
        content = agreement?.Invoke(content) ?? content;
        var showing = nonce ?? ConsentNonce.From(RandomNumberGenerator.GetBytes(16));
        var json = JsonSerializer.SerializeToUtf8Bytes(content, WireOptions.Strict.GetTypeInfo(typeof(Agreement)));
        var envelope = Envelope.Seal(Ring.Current(KeyNames.Intake).Sm2.PublicKey, json, AgreementBinding.For(FakeDirectory.Meadow, showing));
        return new AuthoriseRequest(
            1, FakeDirectory.Meadow, SamplePolicies.Service, showing, Digest.From(Sm3.Hash(Encoding.UTF8.GetBytes(text))), Base64Url.EncodeToString(envelope),
            identifiers ?? [Identifier()]);
    }

    public static SealedIdentifier Identifier(OperatorId? home = null, params OperatorId[] operators) => new(
        IdentifierType.Imei, home,
        (operators.Length == 0 ? [FakeDirectory.North, FakeDirectory.South] : operators).ToDictionary(id => id, id => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"seal for {id}"))));

    /// <summary>The operator recognises the person.</summary>
    public void Knows(OperatorId operatorId, char tag = 'A', bool certain = false) => Caller.Recognitions[operatorId] =
        new RecogniseAnswer(1, Recognition.Recognised, Tag(tag), certain);

    public static SubscriberTag Tag(char tag)
    {
        Assert.True(SubscriberTag.TryParse(Base64Url.EncodeToString(Enumerable.Repeat((byte)tag, 32).ToArray()), out var value));
        return value;
    }

    public static Digest SealedIdsHash(AuthoriseRequest request) => Digest.From(Sm3.Hash(SealedIds.ToHash(request.Identifiers)));

    public void Dispose()
    {
        Log.Dispose();
        Ring.Dispose();
    }
}
