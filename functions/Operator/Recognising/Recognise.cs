using Ascs.Contracts;
using Ascs.Operator.Keys;
using Ascs.Operator.Links;
using Ascs.Operator.Subscribers;
using Ascs.Storage;
using Ascs.Trust.Calls;

namespace Ascs.Operator.Recognising;

/// <summary>
/// Whose are these sealed ids? Answers a tag and pins subscriber and number as of now. Order of writes: (1) the nonce is bound to the authorisation with what
/// it pinned, (2) number → tag, (3) the authorisation in the link. A crash in between is mended by the retry, which finds 1 and repeats 2 and 3.
/// </summary>
internal sealed class Recognise(
    IDocumentStore store, OperatorKeys keys, SealReading seals, SubscriberDirectory subscribers, LinkStore links, NumberTags numbers, MissCounter misses,
    OperatorOptions options, TimeProvider time) : IHandle<RecogniseRequest, RecogniseAnswer>
{
    private static readonly TimeSpan KeptAfterTerm = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public async Task<Answer<RecogniseAnswer>> HandleAsync(RecogniseRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.V != 1 || request.SealedIds.Count is 0 or > 4) return ProblemCodes.SchemaInvalid;
        var (now, ct) = (time.GetUtcNow(), cancellationToken);
        var digests = request.SealedIds.Select(SealReading.DigestOf).ToArray();
        if (await store.ReadAsync(Containers.Work, NonceRecord.Key(request.EnterpriseId, request.ConsentNonce), NonceRecord.Schema, ct) is { } seen)
            return await AgainAsync(request, seen.Value, digests, now, ct);
        if (request.ExpiresAt.ToTime() <= now) return Refused;
        var identifiers = new List<Identifier>();
        foreach (var seal in request.SealedIds)
        {
            if (seals.Open(seal, request, now) is not { } identifier) return Refused; // not counted: anyone could use up another's misses
            identifiers.Add(identifier);
        }

        return await FindAsync(request, identifiers, digests, now, ct);
    }

    private static RecogniseAnswer Refused => new(1, Recognition.SealRefused, null, false);

    private async Task<RecogniseAnswer> FindAsync(
        RecogniseRequest request, List<Identifier> identifiers, Digest[] digests, DateTimeOffset now, CancellationToken ct)
    {
        if (await misses.IsUsedUpAsync(request.EnterpriseId, now, ct)) return new(1, Recognition.TooManyMisses, null, false);
        var found = new List<(Identifier Identifier, Holding Holding)>();
        foreach (var identifier in identifiers)
            if (await subscribers.FindAsync(identifier, now, ct) is { } holding) found.Add((identifier, holding));
        if (found.Count == 0) return await MissAsync(request, Recognition.NotRecognised, now, ct);
        if (found.Any(f => f.Holding.Subscriber != found[0].Holding.Subscriber || f.Holding.Number != found[0].Holding.Number))
            return await MissAsync(request, Recognition.IdentifiersDisagree, now, ct);
        var record = RecordOf(request, found, digests, now);
        var key = NonceRecord.Key(request.EnterpriseId, request.ConsentNonce);
        if (await store.TryCommitAsync(Containers.Work, key.Partition, NonceRecord.Schema.Create(key.Id, record, now + NonceRecord.Kept), ct) is null) // 1
            record = (await store.ReadAsync(Containers.Work, key, NonceRecord.Schema, ct))!.Value; // someone else was quicker
        return await AgainAsync(request, record, digests, now, ct);
    }

    private NonceRecord RecordOf(RecogniseRequest request, List<(Identifier Identifier, Holding Holding)> found, Digest[] digests, DateTimeOffset now)
    {
        var holding = found[0].Holding;
        var tag = SubscriberTags.Of(keys, holding.Subscriber, request.EnterpriseId);
        var pin = keys.Seal(new Pin(holding.Subscriber, holding.Number), tag, request.AuthorisationId);
        return new(request.AuthorisationId, tag, found.Any(f => f.Identifier.NamesItsOperator(options.NetworkCodes)), digests, pin, UnixTime.From(now));
    }

    private async Task<RecogniseAnswer> MissAsync(RecogniseRequest request, Recognition recognition, DateTimeOffset now, CancellationToken ct)
    {
        await misses.CountAsync(request.EnterpriseId, now, ct);
        return new(1, recognition, null, false);
    }

    // The nonce is bound: complete 2 and 3, whoever began.
    private async Task<RecogniseAnswer> AgainAsync(RecogniseRequest request, NonceRecord record, Digest[] digests, DateTimeOffset now, CancellationToken ct)
    {
        if (!record.IsOf(request.AuthorisationId, digests)) return Refused;
        var pin = keys.Open(record.Pin, record.Tag, record.Authorisation);
        await numbers.AddAsync(pin.Number, record.Tag, ct); // 2
        var authorisation = new LinkAuthorisation(record.Authorisation, record.SealedIds, record.Pin, record.At, request.ExpiresAt);
        await links.ChangeAsync(record.Tag, link => Add(link, request.EnterpriseId, authorisation, now), ct); // 3
        return new(1, Recognition.Recognised, record.Tag, record.Certain);
    }

    private static Link? Add(Link? link, EnterpriseId enterprise, LinkAuthorisation authorisation, DateTimeOffset now)
    {
        if (link is null) return new(enterprise, [authorisation], [], []);
        if (link.Find(authorisation.Id) is not null) return null; // there already; a block on it stands
        return link with { Authorisations = [.. link.Authorisations.Where(a => now - a.ExpiresAt.ToTime() < KeptAfterTerm), authorisation] };
    }
}
