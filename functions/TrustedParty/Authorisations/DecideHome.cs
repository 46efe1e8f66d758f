using Ascs.Contracts;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Which operator is the home, by what those asked have said. Pure.</summary>
internal static class DecideHome
{
    /// <summary>Whether this settles it, so that no other operator learns of the identifiers.</summary>
    public static bool IsLast(Claim claim) => claim is Claim.Refused or Claim.Known { IsCertain: true };

    /// <summary>What settles it wins. Without that, nothing is known while one is away, and two that know the person are one too many.</summary>
    /// <param name="claims">In the order in which they were made.</param>
    public static Answer<Home> Decide(IReadOnlyList<Claim> claims) => claims.FirstOrDefault(IsLast) switch
    {
        Claim.Refused refused => refused.Code,
        Claim.Known certain => certain.Home,
        _ when claims.OfType<Claim.Away>().Any() => ProblemCodes.OperatorUnavailable,
        _ => Among([.. claims.OfType<Claim.Known>()], claims.OfType<Claim.Limited>().Any()),
    };

    private static Answer<Home> Among(Claim.Known[] known, bool limited) => known switch
    {
        [var one] => one.Home,
        [] => limited ? ProblemCodes.TooManyRequests : ProblemCodes.SubscriberNotRecognised,
        _ => ProblemCodes.AmbiguousHome,
    };
}
