using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Operator.Deliveries;
using Ascs.Operator.Gateway;
using Ascs.Operator.Keys;
using Ascs.Operator.Recognising;
using Ascs.Operator.Subscribers;
using Ascs.Operator.Templates;
using Ascs.Storage;
using Ascs.Tests;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Operator.Tests;

/// <summary>An operator's platform on a test bed: real parts, a store that can fail, a gateway that counts, a clock that stands until told.</summary>
internal sealed class Bed : IAsyncDisposable
{
    public const string Imsi = "460001234567890";
    public const string Imei = "490154203237518";
    public const string OtherImsi = "460009999999999";
    public const string Number = "13800138000";
    public const string OtherNumber = "13900139000";

    public static readonly string Csv = string.Join('\n',
        CsvRow.Header,
        $"IMSI,{Imsi},cust-1,{Number},2020-01-01,",
        $"IMEI,{Imei},cust-1,{Number},2020-01-01,",
        $"IMSI,{OtherImsi},cust-2,{OtherNumber},2020-01-01,") + "\n";

    public static readonly EnterpriseId Shop = EnterpriseId.Parse("shop");
    public static readonly ServiceId Service = ServiceId.Parse("orders");
    public static readonly TemplateId Template = TemplateId.Parse("shipped");
    public static readonly SenderId Port = SenderId.Parse("1069123");
    public static readonly SenderId NoticePort = SenderId.Parse("10010");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120); // real, for a loaded machine; only what fails takes that long
    private readonly Sm2PrivateKey _seal;
    private readonly byte[] _contentKey = RandomNumberGenerator.GetBytes(16);
    private readonly OperatorKeys _keys;
    private ServiceProvider? _services;
    private int _counter;

    public Bed(IDocumentStore? store = null, Func<OperatorOptions, OperatorOptions>? change = null)
    {
        Time = new FakeTimeProvider(new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero));
        Inner = store ?? new InMemoryDocumentStore(Time);
        Gateway = new(Time);
        _seal = Sm2PrivateKey.Generate();
        _keys = new(new(RandomNumberGenerator.GetBytes(32)), new(RandomNumberGenerator.GetBytes(32)), RandomNumberGenerator.GetBytes(16), () => [_seal]);
        Options = new OperatorOptions
        {
            OperatorId = OperatorId.Parse("op-a"), Name = new("甲运营商", "Operator A"), NetworkCodes = ["46000"], Gateway = new("http://127.0.0.1:1"),
            GatewayName = "opA", GatewaySecretFile = "none", NoticePort = NoticePort, ForbiddenWords = ["赌博"],
        };
        Options = change?.Invoke(Options) ?? Options;
        Start();
    }

    public FakeTimeProvider Time { get; }

    public IDocumentStore Inner { get; }

    /// <summary>The running process's way to the store.</summary>
    public FaultyDocumentStore Store { get; private set; } = null!;

    public FakeGateway Gateway { get; }

    public FakeTrust Trust { get; } = new();

    public OperatorOptions Options { get; }

    public ConcurrentQueue<string> Logs { get; } = new();

    public OperatorKeys Keys => _keys;

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>A fresh process over the same store, keys and gateway; what the former one had in memory is gone.</summary>
    public void Start()
    {
        Store = new(Inner);
        var services = new ServiceCollection();
        services.AddSingleton<IDocumentStore>(Store).AddSingleton<TimeProvider>(Time).AddSingleton<ISmsGateway>(Gateway).AddSingleton(_keys);
        services.AddSingleton<IPlatformDirectory>(Trust).AddSingleton<IDocumentSigner>(Trust).AddSingleton<IPublicKeys>(Trust).AddSingleton<IPlatformCaller>(Trust);
        services.AddLogging(b => b.AddProvider(new LogTap(Logs)));
        services.AddOperator(Options);
        services.AddSingleton(new ApprovedTexts([Approved], [Policy]));
        _services = services.BuildServiceProvider();
    }

    public async Task<Bed> ImportAsync(string? csv = null)
    {
        var outcome = await Get<ImportSubscribers>().FromAsync(new StringReader(csv ?? Csv), "test", CancellationToken.None);
        Assert.IsType<ImportOutcome.Imported>(outcome);
        return this;
    }

    public async Task RunServiceAsync() => await _services!.GetServices<IHostedService>().Single().StartAsync(CancellationToken.None);

    public Task StopServiceAsync() => _services!.GetServices<IHostedService>().Single().StopAsync(CancellationToken.None);

    /// <summary>The process ends here and now: its writes and reads are lost from now on.</summary>
    public void Kill()
    {
        Store.Plan = FaultPlans.When(_ => true, Fault.Lost);
        _ = _services!.GetServices<IHostedService>().Single().StopAsync(new(canceled: true));
    }

    /// <summary>Waits until something holds. The clock stands still.</summary>
    public Task WaitAsync(Func<bool> holds) => UntilAsync(holds, TimeSpan.Zero);

    /// <summary>Waits likewise, and lets time pass a step whenever the process does nothing any more: the clock never outruns the work.</summary>
    public async Task UntilAsync(Func<bool> holds, TimeSpan? step = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        var still = new Stillness(() => Store.Calls);
        while (!holds())
        {
            Assert.False(patience.IsCancellationRequested, $"What was waited for did not come. Told: {string.Join(" | ", Trust.Items)}. Logged: {string.Join(" | ", Logs)}");
            if (still.Look()) Time.Advance(step ?? TimeSpan.FromMilliseconds(20));
            await Task.Delay(2, CancellationToken.None);
        }
    }

    public static MessageTemplate Approved { get; } = new(
        1, Shop, Service, Template, 1, Channel.Sms, "小店", "您的订单{order}已发出", new Dictionary<string, int> { ["order"] = 20 }, Promotional: false);

    public static ServicePolicy Policy { get; } = new(
        1, Shop, Service, 1, new("小店", "The Shop"), new("可信方", "Trusted"), new("订单通知", "Order news"), new("物流", "Shipping"),
        [new(Channel.Sms, new(0, 1440, 5, 20, [Port]))], [30], [IdentifierType.Imsi], Assurance.Browser, new("客服", "Desk"), new("我的", "Me"), "https://shop.example/me");

    /// <summary>A call of the trusted party, signed now or so much earlier.</summary>
    public Call Call(string? key = null, TimeSpan age = default) => new(Trust.Third, "op", key ?? $"key-{++_counter:D12}", "sha-256=:x:", "author", Time.GetUtcNow(), new('0', 32))
    {
        SentAt = Time.GetUtcNow() - age,
    };

    public AuthorisationId NewAuthorisation() => AuthorisationId.From(new IdSource(Time).Next());

    public string Seal(RecogniseRequest of, IdentifierType type, string id, Peer? signer = null, DateTimeOffset? at = null, Func<SealedIdContent, SealedIdContent>? change = null)
    {
        var content = new SealedIdContent(1, of.EnterpriseId, of.ConsentNonce, of.TextHash, UnixTime.From(at ?? Time.GetUtcNow()), type, id);
        var document = Trust.SignAs(signer ?? Trust.Shop, Operations.SealedId, JsonSerializer.SerializeToUtf8Bytes(change?.Invoke(content) ?? content, WireOptions.Strict));
        return Base64Url.EncodeToString(_seal.PublicKey.Encrypt(JsonSerializer.SerializeToUtf8Bytes(document, WireOptions.Strict)));
    }

    public RecogniseRequest Request(params (IdentifierType, string)[] ids)
    {
        var request = new RecogniseRequest(
            1, NewAuthorisation(), Shop, ConsentNonce.From(RandomNumberGenerator.GetBytes(16)), Digest.From(RandomNumberGenerator.GetBytes(32)),
            UnixTime.From(Time.GetUtcNow().AddDays(30)), []);
        return request with { SealedIds = [.. ids.Select(i => Seal(request, i.Item1, i.Item2))] };
    }

    public async Task<RecogniseAnswer> RecogniseAsync(RecogniseRequest request) =>
        (await Get<Recognise>().HandleAsync(request, Call(), CancellationToken.None)).Value!;

    /// <summary>A recognised person, ready to be written to.</summary>
    public async Task<Person> PersonAsync(string imsi = Imsi)
    {
        var request = Request((IdentifierType.Imsi, imsi));
        var answer = await RecogniseAsync(request);
        Assert.Equal(Recognition.Recognised, answer.Recognition);
        return new(answer.Tag!.Value, request.AuthorisationId, SealReading.DigestOf(request.SealedIds[0]));
    }

    public DeliveryContext Context(DispatchId dispatch, OrderKind kind = OrderKind.Message) => kind == OrderKind.Notice
        ? new(dispatch, kind, Shop, Service, Channel.Sms, null, 0, NoticePort, null, null, Language.Zh)
        : new(dispatch, kind, Shop, Service, Channel.Sms, Template, 1, Port, "k1",
            Base64Url.EncodeToString(_seal.PublicKey.Encrypt(ContentKeyWrap.Content(_contentKey, Shop, "k1"))), Language.Zh);

    public string Variables(params (string, string)[] values)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var json = JsonSerializer.SerializeToUtf8Bytes(new MessageVariables("c2FsdC1vZi1hLW1lc3NhZw", values.ToDictionary(v => v.Item1, v => v.Item2)), WireOptions.Strict);
        return Base64Url.EncodeToString([.. nonce, .. Sm4Gcm.Encrypt(_contentKey, nonce, json, ContentBinding.For(Shop, Template, 1, "k1"))]);
    }

    public SubmitDeliveriesRequest Orders(params Person[] to)
    {
        var dispatch = DispatchId.From(new IdSource(Time).Next());
        return new(1, [Context(dispatch)], [.. to.Select((p, i) => new DeliveryOrder(
            OrderId.Of(dispatch, i, 0), 0, p.Tag, p.Authorisation, p.SealedId, UnixTime.From(Time.GetUtcNow().AddSeconds(30)), Variables(("order", $"A{i}"))))]);
    }

    public Task<Answer<SubmitDeliveriesAnswer>> SubmitAsync(SubmitDeliveriesRequest request, string? key = null, TimeSpan age = default) =>
        Get<SubmitDeliveries>().HandleAsync(request, Call(key, age), CancellationToken.None);

    public IEnumerable<OutcomeItem> Told(OrderId order) => Trust.Items.Where(i => i.OrderId == order);

    public async ValueTask DisposeAsync()
    {
        var stopping = StopServiceAsync();
        await UntilAsync(() => stopping.IsCompleted, TimeSpan.FromMilliseconds(100)); // what waits for its next try has to get there
        await _services!.DisposeAsync();
    }
}

/// <summary>Who was recognised.</summary>
internal sealed record Person(SubscriberTag Tag, AuthorisationId Authorisation, Digest SealedId);
