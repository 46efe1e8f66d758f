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
        var claims = new List<Claim>();
        foreach (var peer in Candidates(request.Identifiers))
        {
            claims.Add(await AskAsync(peer, request, authorisation, expiresAt, ct));
            if (DecideHome.IsLast(claims[^1]))
                break;
        }

        return DecideHome.Decide(claims);
    }

    private async Task<Claim> AskAsync(Peer peer, AuthoriseRequest request, AuthorisationId authorisation, UnixTime expiresAt, CancellationToken ct)
    {
        var home = peer.OperatorId!.Value;
        var seals = SealBytes.For(home, request.Identifiers);
        var question = new RecogniseRequest(1, authorisation, request.EnterpriseId, request.ConsentNonce, request.TextHash, expiresAt, seals);
        // A fresh key each time: the operator binds the nonce to the authorisation, so asking again is harmless, and a remembered miss would not be.
        var answer = await caller.CallAsync(peer, OperatorCatalogue.Recognise, question, "rc-" + ids.Next(), ct);
        return answer.Value switch
        {
            { Recognition: Recognition.Recognised, Tag: { } tag, Certain: var certain } => new Claim.Known(new(home, tag, SealBytes.NameOf(seals[0])), certain),
            null or { Recognition: Recognition.Recognised } => new Claim.Away(),
            { Recognition: Recognition.SealRefused } => new Claim.Refused(ProblemCodes.SealedIdRefused),
            { Recognition: Recognition.IdentifiersDisagree } => new Claim.Refused(ProblemCodes.IdentifiersDisagree),
            { Recognition: Recognition.TooManyMisses } => new Claim.Limited(),
            _ => new Claim.Unknown(),
        };
    }

    private IEnumerable<Peer> Candidates(IReadOnlyList<SealedIdentifier> identifiers)
    {
        var hinted = identifiers.Select(id => id.Home).OfType<OperatorId>().ToList();
        return directory.Operators()
            .Where(peer => SealBytes.For(peer.OperatorId!.Value, identifiers).Count > 0)
            .OrderBy(peer => hinted.IndexOf(peer.OperatorId!.Value) is var place and >= 0 ? place : int.MaxValue);
    }
}
