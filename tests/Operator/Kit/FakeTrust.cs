using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Operator.Tests;

/// <summary>The platforms around the operator: two enterprises and the trusted party, with keys.</summary>
internal sealed class FakeTrust : IPlatformDirectory, IDocumentSigner, IPublicKeys, IPlatformCaller
{
    private readonly Dictionary<PlatId, Sm2PrivateKey> _authors = [];
    private readonly Dictionary<PlatId, Sm2PrivateKey> _inboxes = [];

    public FakeTrust()
    {
        Self = Make(Role.Operator);
        Third = Make(Role.TrustedParty);
        Shop = Make(Role.Enterprise, "shop");
        Bank = Make(Role.Enterprise, "bank");
        Peers = [Third, Shop, Bank];
    }

    public Peer Self { get; }

    public Peer Third { get; }

    public Peer Shop { get; }

    public Peer Bank { get; }

    public IReadOnlyList<Peer> Peers { get; }

    /// <summary>What the trusted party has of the reports, as it would keep them: by sequence, first come.</summary>
    public ConcurrentDictionary<long, OutcomeItem> Reported { get; } = new();

    public IEnumerable<OutcomeItem> Items => Reported.OrderBy(r => r.Key).Select(r => r.Value);

    /// <summary>Set to lose calls: before they arrive, or after.</summary>
    public Func<Fault> Reporting { get; set; } = () => Fault.None;

    /// <summary>Set to refuse calls: with what.</summary>
    public Func<ReportOutcomesRequest, Problem?> Refusing { get; set; } = _ => null;

    /// <summary>False when no enterprise states an inbox key.</summary>
    public bool HasInboxes { get; set; } = true;

    public List<ReportOutcomesRequest> Calls { get; } = [];

    /// <summary>The idempotency keys of <see cref="Calls"/>.</summary>
    public List<string> Keys { get; } = [];

    public Peer? Find(PlatId platId) => Peers.FirstOrDefault(p => p.PlatId == platId);

    public SignedDocument Sign(string operation, ReadOnlySpan<byte> content) => SignAs(Self, operation, content);

    public SignedDocument SignAs(Peer signer, string operation, ReadOnlySpan<byte> content) => new(
        operation, Base64Url.EncodeToString(content), "author-v1", Base64Url.EncodeToString(_authors[signer.PlatId].Sign([.. Encoding.UTF8.GetBytes(operation), 0, .. content])));

    public bool TryOpen(PlatId signer, string operation, SignedDocument document, out byte[] content)
    {
        content = Base64Url.DecodeFromChars(document.Content);
        return document.Operation == operation && _authors[signer].PublicKey.Verify(
            [.. Encoding.UTF8.GetBytes(operation), 0, .. content], Base64Url.DecodeFromChars(document.Signature));
    }

    public Sm2PublicKey? Find(PlatId owner, string keyId) => keyId == "inbox-v1" ? _inboxes[owner].PublicKey : null;

    public (string KeyId, Sm2PublicKey Key)? Current(PlatId owner, string purpose) => purpose == "inbox" && HasInboxes ? ("inbox-v1", _inboxes[owner].PublicKey) : null;

    public string? OpenReply(Peer enterprise, string reply, SenderId port) =>
        Envelope.TryOpen(_inboxes[enterprise.PlatId], Base64Url.DecodeFromChars(reply), ReplyBinding.For(enterprise.EnterpriseId!.Value, port), out var text)
            ? Encoding.UTF8.GetString(text) : null;

    public Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(
        Peer peer, Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? idempotencyKey, CancellationToken cancellationToken)
        where TRequest : class
        where TAnswer : class
    {
        Assert.Equal(Third, peer);
        Assert.InRange(idempotencyKey!.Length, 16, 64);
        var report = Assert.IsType<ReportOutcomesRequest>(request);
        var fault = Reporting();
        if (fault == Fault.Lost) return Task.FromResult<Answer<TAnswer>>(ProblemCodes.Unavailable);
        if (report.Items.Count == 0) return Task.FromResult<Answer<TAnswer>>((TAnswer)(object)new ReportOutcomesAnswer(1, Reported.Keys.Append(0).Max()));
        lock (Calls)
        {
            Calls.Add(report);
            Keys.Add(idempotencyKey!);
        }

        if (Refusing(report) is { } problem) return Task.FromResult<Answer<TAnswer>>(problem);
        for (var i = 0; i < report.Items.Count; i++) Reported.TryAdd(report.FirstSequence + i, report.Items[i]);
        if (fault == Fault.KeptButReportedLost) return Task.FromResult<Answer<TAnswer>>(ProblemCodes.Unavailable);
        return Task.FromResult<Answer<TAnswer>>((TAnswer)(object)new ReportOutcomesAnswer(1, Reported.Keys.Max()));
    }

    private Peer Make(Role role, string? enterprise = null)
    {
        var id = PlatId.NewRandom();
        (_authors[id], _inboxes[id]) = (Sm2PrivateKey.Generate(), Sm2PrivateKey.Generate());
        return new(id, role, role.ToString(), new("https://localhost"), new('A', 64), enterprise is null ? null : EnterpriseId.Parse(enterprise));
    }
}
