using Ascs.Contracts;
using Ascs.TrustedParty.Authorisations;

namespace Ascs.TrustedParty.Tests.Authorisations;

public sealed class DecideHomeTests
{
    [Theory]
    [InlineData("", "SUBSCRIBER_NOT_RECOGNISED")]
    [InlineData("unknown unknown", "SUBSCRIBER_NOT_RECOGNISED")]
    [InlineData("unknown limited", "TOO_MANY_REQUESTS")]
    [InlineData("limited away", "OPERATOR_UNAVAILABLE")]
    [InlineData("north", "north")]
    [InlineData("unknown south limited", "south")]
    [InlineData("north away", "OPERATOR_UNAVAILABLE")] // the one that is away may know the person too
    [InlineData("north south", "AMBIGUOUS_HOME")]
    [InlineData("north SOUTH", "south")]
    [InlineData("away SOUTH", "south")]
    [InlineData("NORTH refused", "north")]
    [InlineData("refused NORTH", "SEALED_ID_REFUSED")]
    [InlineData("away north refused", "SEALED_ID_REFUSED")]
    public void what_settles_it_wins_then_who_is_away_then_the_only_one_that_knows_the_person(string claims, string expected)
    {
        var answer = DecideHome.Decide([.. claims.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ClaimOf)]);

        Assert.Equal(expected, answer.Value?.OperatorId.ToString() ?? answer.Problem?.Code.Code);
    }

    [Theory]
    [InlineData("refused", true)]
    [InlineData("NORTH", true)]
    [InlineData("north", false)]
    [InlineData("unknown", false)]
    [InlineData("limited", false)]
    [InlineData("away", false)]
    public void certainty_and_refusals_end_the_search(string claim, bool last) => Assert.Equal(last, DecideHome.IsLast(ClaimOf(claim)));

    // An operator in capitals is certain.
    private static Claim ClaimOf(string word) => word switch
    {
        "unknown" => new Claim.Unknown(),
        "limited" => new Claim.Limited(),
        "away" => new Claim.Away(),
        "refused" => new Claim.Refused(ProblemCodes.SealedIdRefused),
        "north" or "NORTH" => Known("north", word),
        _ => Known("south", word),
    };

    private static Claim.Known Known(string name, string word) =>
        new(new(OperatorId.Parse(name), SubscriberTag.From(new byte[32]), Digest.From(new byte[32])), word != name);
}
