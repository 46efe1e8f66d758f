using Ascs.Contracts;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>What an operator that was asked makes of a person.</summary>
internal abstract record Claim
{
    private Claim() { }

    /// <summary>Its subscriber.</summary>
    /// <param name="Home">Where that is.</param>
    /// <param name="IsCertain">An identifier names the operator itself (IMSI, carrier token).</param>
    public sealed record Known(Home Home, bool IsCertain) : Claim;

    /// <summary>Not its subscriber.</summary>
    public sealed record Unknown : Claim;

    /// <summary>It answers this enterprise no more for now (decision 0034).</summary>
    public sealed record Limited : Claim;

    /// <summary>It gave no answer, or none that can be used.</summary>
    public sealed record Away : Claim;

    /// <summary>The consent itself is refused, whoever's subscriber it is.</summary>
    /// <param name="Code">Why.</param>
    public sealed record Refused(ProblemCode Code) : Claim;
}
