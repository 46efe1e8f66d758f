using Ascs.Contracts;

namespace Ascs.Trust.Sessions;

/// <summary>
/// What only the two ends of a session tell each other. It is never the answer to a call: a party would pass it on as its own, and its caller would take its own
/// session for refused.
/// </summary>
internal static class SessionProblems
{
    private static readonly ProblemCode[] Codes =
        [ProblemCodes.AccessTokenInvalid, ProblemCodes.RefreshTokenInvalid, ProblemCodes.RefreshRaced, ProblemCodes.DataKeyInvalid, ProblemCodes.LoginRefused];

    /// <summary>Whether a problem is one of them.</summary>
    public static bool Has(Problem problem) => Codes.Contains(problem.Code);

    /// <summary>What a call is told instead.</summary>
    public static Problem ForCalls(Problem problem) => Has(problem) ? ProblemCodes.Unavailable : problem;
}
