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
    IDocumentStore store, OperatorKeys keys, SealReading seals, SubscriberDirectory subscribers, LinkStore links, NumberTags numbers, GuessLimit guesses,
    OperatorOptions options, TimeProvider time) : IHandle<RecogniseRequest, RecogniseAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<RecogniseAnswer>> HandleAsync(RecogniseRequest request, Call call, CancellationToken cancellationToken)
    {
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

    private static RecogniseAnswer Refused => Unknown(Recognition.SealRefused);

    private static RecogniseAnswer Unknown(Recognition recognition) => new(1, recognition, null, false);

    private async Task<Answer<RecogniseAnswer>> FindAsync(
        RecogniseRequest request, List<Identifier> identifiers, Digest[] digests, DateTimeOffset now, CancellationToken ct)
    {
        if (subscribers.Head is null) return ProblemCodes.Unavailable; // no rows read back or imported yet: that nobody is known would not be true
        var (recognition, found) = await guesses.InTurnAsync(request.EnterpriseId, () => LookUpAsync(request.EnterpriseId, identifiers, now, ct), ct);
        if (recognition != Recognition.Recognised) return Unknown(recognition);
        var record = RecordOf(request, found, digests, now);
        var key = NonceRecord.Key(request.EnterpriseId, request.ConsentNonce);
        if (await store.TryCommitAsync(Containers.Work, key.Partition, NonceRecord.Schema.Create(key.Id, record, now + NonceRecord.Kept), ct) is null) // 1
            record = (await store.ReadAsync(Containers.Work, key, NonceRecord.Schema, ct))!.Value; // someone else was quicker
        return await AgainAsync(request, record, digests, now, ct);
    }

    private async Task<(Recognition Recognition, List<(Identifier Identifier, Holding Holding)> Found)> LookUpAsync(
        EnterpriseId enterprise, List<Identifier> identifiers, DateTimeOffset now, CancellationToken ct)
    {
        if (await guesses.IsUsedUpAsync(enterprise, now, ct)) return (Recognition.TooManyMisses, []);
        var found = new List<(Identifier Identifier, Holding Holding)>();
        foreach (var identifier in identifiers)
            if (await subscribers.FindAsync(identifier, now, ct) is { } holding) found.Add((identifier, holding));
        var agree = found.All(f => f.Holding.Subscriber == found[0].Holding.Subscriber && f.Holding.Number == found[0].Holding.Number);
        // Each is a guess of its own, whatever else is in the call: beside an identifier that is known, three others would be tried for nothing.
        var missed = agree ? identifiers.Count - found.Count : identifiers.Count;
        if (missed > 0) await guesses.CountAsync(enterprise, missed, now, ct);
        return (!agree ? Recognition.IdentifiersDisagree : found.Count == 0 ? Recognition.NotRecognised : Recognition.Recognised, found);
    }

    private NonceRecord RecordOf(RecogniseRequest request, List<(Identifier Identifier, Holding Holding)> found, Digest[] digests, DateTimeOffset now)
    {
        var holding = found[0].Holding;
        var tag = SubscriberTags.Of(keys, holding.Subscriber, request.EnterpriseId);
        var pin = keys.Seal(new Pin(holding.Subscriber, holding.Number), tag, request.AuthorisationId);
        return new(request.AuthorisationId, tag, found.Any(f => f.Identifier.NamesItsOperator(options.NetworkCodes)), digests, pin, UnixTime.From(now));
    }

    // The nonce is bound: complete 2 and 3, whoever began.
    private async Task<RecogniseAnswer> AgainAsync(RecogniseRequest request, NonceRecord record, Digest[] digests, DateTimeOffset now, CancellationToken ct)
    {
        if (!record.IsOf(request.AuthorisationId, digests)) return Refused;
        var pin = keys.Open(record.Pin, record.Tag, record.Authorisation);
        await numbers.AddAsync(pin.Number, record.Tag, ct); // 2
        var authorisation = new LinkAuthorisation(record.Authorisation, record.SealedIds, record.Pin, record.At, request.ExpiresAt);
        var isNew = false;
        var link = await links.ChangeAsync(record.Tag, before =>
        {
            isNew = IsNewThisHour(before, authorisation.Id, now);
            return AddAuthorisation.To(before, request.EnterpriseId, authorisation, now);
        }, ct); // 3
        if (link?.Find(authorisation.Id) is null) return Unknown(Recognition.TooManyMisses); // no room: the retry finds 1 and asks again
        if (isNew) guesses.Earn(request.EnterpriseId, now);
        return new(1, Recognition.Recognised, record.Tag, record.Certain);
    }

    // One person is one: whoever has a single valid identifier must not earn more guesses with it than once an hour.
    private static bool IsNewThisHour(Link? link, AuthorisationId authorisation, DateTimeOffset now) =>
        link is null || (link.Find(authorisation) is null && !link.Authorisations.Any(a => GuessLimit.IsSameHour(a.ConsentAt.ToTime(), now)));
}
