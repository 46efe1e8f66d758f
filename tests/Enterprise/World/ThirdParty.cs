using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;
using Ascs.Gm;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Enterprise.Tests.World;

/// <summary>A trusted party behind the signed caller: it opens what it may, keeps idempotency keys, has a real log and signs real results.</summary>
internal sealed class ThirdParty(Partners partners, TimeProvider time) : IPlatformCaller, IDisposable
{
    private const string Origin = "log.third.example";
    private readonly LeafKey key = new(RandomNumberGenerator.GetBytes(32));
    private readonly Lock gate = new();
    private readonly MemoryTree tree = new();
    private readonly Dictionary<string, (string Body, object Answer)> answered = [];

    /// <summary>Every call: endpoint, idempotency key, exact body.</summary>
    public List<(string Name, string? Key, string Body)> Calls { get; } = [];

    /// <summary>Agreements opened, in the order of the calls carried out.</summary>
    public List<Agreement> Agreements { get; } = [];

    /// <summary>What the next calls answer instead, first first.</summary>
    public Queue<ProblemCode> Refusals { get; } = new();

    /// <summary>Changes an answer on its way: a dishonest party.</summary>
    public Func<AuthoriseAnswer, AuthoriseAnswer> Dishonest { get; set; } = answer => answer;

    /// <summary>Carries out the call and then loses its answer, once.</summary>
    public bool LosesAnswer { get; set; }

    /// <summary>AIDs that are not the enterprise's, whosoever: the real one answers alike (ForeignAidTests).</summary>
    public HashSet<Aid> Unknown { get; } = [];

    /// <summary>How a withdrawal is answered.</summary>
    public Func<RevokeRequest, Answer<RevokeAnswer>> Revoke { get; set; } =
        request => new RevokeAnswer(1, [.. request.Aids.Select(aid => new RevokeResult(aid, AidState.Revoked, true, 0))], null);

    /// <summary>Signs what the form of <c>/confirm</c> would send back.</summary>
    public string Result(Confirmation asked, bool confirmed = true, Func<ConfirmationResult, ConfirmationResult>? change = null, PlatId? signer = null, string operation = Operations.ConfirmationResult)
    {
        var result = (change ?? (r => r))(new ConfirmationResult(1, asked.EnterpriseId, asked.ConsentNonce, confirmed, UnixTime.From(time.GetUtcNow())));
        var content = JsonSerializer.SerializeToUtf8Bytes(result, WireOptions.Strict);
        var signature = partners.SignAs(signer ?? partners.TrustedParty.PlatId, operation, SHA256.HashData(content));
        return Carry(new SignedDocument(operation, Base64Url.EncodeToString(content), signature.KeyId, Base64Url.EncodeToString(signature.Signature.Span)));
    }

    public static string Carry(SignedDocument document) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(document, WireOptions.Strict));

    public Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(Peer peer, Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? idempotencyKey, CancellationToken cancellationToken)
        where TRequest : class
        where TAnswer : class
    {
        Assert.Equal(partners.TrustedParty, peer);
        lock (gate)
            return Task.FromResult(Answer(endpoint, request, idempotencyKey));
    }

    private Answer<TAnswer> Answer<TRequest, TAnswer>(Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? idempotencyKey)
        where TRequest : class
        where TAnswer : class
    {
        var body = JsonSerializer.Serialize(request, WireOptions.Strict);
        Calls.Add((endpoint.Name, idempotencyKey, body));
        if (Refusals.TryDequeue(out var code))
            return code;
        if (idempotencyKey is not null && answered.TryGetValue(idempotencyKey, out var known))
            return known.Body == body ? (TAnswer)known.Answer : ProblemCodes.IdempotencyKeyReused;
        if (request is RevokeRequest revoke)
            return (Answer<TAnswer>)(object)Revoke(revoke);
        var answer = Carry(request);
        if (idempotencyKey is not null)
            answered[idempotencyKey] = (body, answer);
        if (!LosesAnswer)
            return (TAnswer)answer;
        LosesAnswer = false;
        return ProblemCodes.Unavailable;
    }

    public void Dispose() => key.Dispose();

    private object Carry(object request) => request switch
    {
        AuthoriseRequest authorise => Authorise(authorise),
        CreateDispatchRequest dispatch => new CreateDispatchAnswer(1, DispatchId.From(new IdSource(time).Next()), 1, Refused(dispatch.Recipients.Select(r => r.Aid))),
        CheckDispatchRequest check => new CheckDispatchAnswer(1, check.Aids.Count, Refused(check.Aids)),
        AidStatesRequest states => new AidStatesAnswer(1, [.. states.Aids.Select(aid => new AidStatus(aid, Unknown.Contains(aid) ? AidState.Unknown : AidState.Active))]),
        _ => throw new InvalidOperationException("The fake does not answer this."),
    };

    private RecipientRefusal[] Refused(IEnumerable<Aid> aids) => [.. aids.Where(Unknown.Contains).Select(aid => new RecipientRefusal(aid, [SendReason.AidUnknown]))];

    private AuthoriseAnswer Authorise(AuthoriseRequest request)
    {
        var opened = Envelope.TryOpen(partners.Private[(partners.TrustedParty.PlatId, "intake")], Base64Url.DecodeFromChars(request.Agreement),
            AgreementBinding.For(request.EnterpriseId, request.ConsentNonce), out var content);
        Assert.True(opened);
        var agreement = JsonSerializer.Deserialize<Agreement>(content!, WireOptions.Strict)!;
        Agreements.Add(agreement);
        var now = time.GetUtcNow();
        var (id, aid) = (AuthorisationId.From(new IdSource(time).Next()), Aid.FromBytes(RandomNumberGenerator.GetBytes(16)));
        var expiry = now.AddDays(agreement.Choices.TermDays);
        var granted = Leaf.Build(new GrantedFacts(request.EnterpriseId.ToString(), request.ServiceId.ToString(), id.ToString(), default, default, [], now, expiry, "BROWSER", default, null), key.DeriveId("g" + aid), now, key);
        var bound = Leaf.Build(new AidBoundFacts(aid.ToString(), id.ToString(), expiry, granted.Hash), key.DeriveId("b" + aid), now, key);
        return Dishonest(new AuthoriseAnswer(1, id, aid, UnixTime.From(now), UnixTime.From(expiry), Assurance.Browser, Prove(granted, bound)));
    }

    /// <summary>Appends leaves and proves them.</summary>
    public EvidenceReceipt Prove(params Leaf[] leaves)
    {
        var indexes = leaves.Select(leaf => tree.Append(leaf.Hash)).ToArray();
        var signed = new Checkpoint(Origin, tree.Size, tree.Root()).Sign(new Sm2NoteSigner(Origin, partners.Private[(partners.TrustedParty.PlatId, "log-sm2")]));
        return new EvidenceReceipt(signed.ToString(), [.. leaves.Select((leaf, i) => new LeafProof(indexes[i], Base64Url.EncodeToString(leaf.Bytes.Span), [.. tree.ProveInclusion(indexes[i], tree.Size).Select(Text)]))]);
    }

    private static string Text(Hash256 hash)
    {
        var bytes = new byte[Hash256.Length];
        hash.CopyTo(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
