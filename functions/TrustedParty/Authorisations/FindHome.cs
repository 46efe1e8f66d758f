using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>
/// Finds the home operator: those that the identifiers themselves name first, then the others one after another, and only those a seal was made for. An operator
/// that names itself by the identifier (IMSI, carrier token) ends the search, so no other one learns of it. One that answers this enterprise nothing more for now
/// claims nobody: it refuses only a consent that no other operator claims (decision 0034).
/// </summary>
internal sealed class FindHome(IPlatformCaller caller, IPlatformDirectory directory, IdSource ids)
{
    public async Task<Answer<Home>> FindAsync(AuthoriseRequest request, AuthorisationId authorisation, UnixTime expiresAt, CancellationToken ct)
    {
        var claims = new List<Home>();
        var (away, limited) = (false, false);
        foreach (var peer in Candidates(request.Identifiers))
        {
            var seals = SealBytes.For(peer.OperatorId!.Value, request.Identifiers);
            var question = new RecogniseRequest(
                1, authorisation, request.EnterpriseId, request.ConsentNonce, request.TextHash, expiresAt, seals);
            // A fresh key each time: the operator binds the nonce to the authorisation, so asking again is harmless, and a remembered miss would not be.
            var answer = await caller.CallAsync(peer, OperatorCatalogue.Recognise, question, "rc-" + ids.Next(), ct);
            if (answer.Value is not { } said || (said.Recognition == Recognition.Recognised && said.Tag is null))
            {
                away = true;
                continue;
            }

            if (Refusal(said.Recognition) is { } refusal)
                return refusal;
            limited |= said.Recognition == Recognition.TooManyMisses;
            if (said.Recognition != Recognition.Recognised)
                continue;
            var home = new Home(peer.OperatorId.Value, said.Tag!.Value, SealBytes.NameOf(seals[0]));
            if (said.Certain)
                return home;
            claims.Add(home);
        }

        if (away)
            return ProblemCodes.OperatorUnavailable;
        return claims.Count switch
        {
            0 => limited ? ProblemCodes.TooManyRequests : ProblemCodes.SubscriberNotRecognised,
            1 => claims[0],
            _ => ProblemCodes.AmbiguousHome,
        };
    }

    private static ProblemCode? Refusal(Recognition recognition) => recognition switch
    {
        Recognition.SealRefused => ProblemCodes.SealedIdRefused,
        Recognition.IdentifiersDisagree => ProblemCodes.IdentifiersDisagree,
        _ => null,
    };

    private IEnumerable<Peer> Candidates(IReadOnlyList<SealedIdentifier> identifiers)
    {
        var hinted = identifiers.Select(id => id.Home).OfType<OperatorId>().ToList();
        return directory.Operators()
            .Where(peer => SealBytes.For(peer.OperatorId!.Value, identifiers).Count > 0)
            .OrderBy(peer => hinted.IndexOf(peer.OperatorId!.Value) is var place and >= 0 ? place : int.MaxValue);
    }
}
