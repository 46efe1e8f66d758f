using Ascs.Contracts;
using Ascs.Trust.Sessions;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.2.2 a, c: every call of a session shows its newest access token, and that lives. A refresh may show any; which, its handler looks at.</summary>
internal sealed class CheckAccessToken : Check
{
    private const string Scheme = "Bearer ";

    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.AccessTokenInvalid];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        if (passage.Session is not { Record: var session }) return null; // CheckSession: the endpoint needs none
        var field = passage.Call.Fields(SignedFieldNames.Authorization).ToString();
        if (field.Length != Scheme.Length + MintedToken.SessionLength || !field.StartsWith(Scheme, StringComparison.Ordinal)) return Unless(false);
        passage.AccessHash = SessionRecord.HashOf(field[Scheme.Length..]);
        if (passage.Endpoint.Session == SessionNeed.Refreshing) return null;
        return Unless(session.IsAccess(passage.AccessHash) && session.Lives(passage.Call.ReceivedAt));
    }
}
