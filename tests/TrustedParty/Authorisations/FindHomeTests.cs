using Ascs.Contracts;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.Authorisations;

public sealed class FindHomeTests
{
    private static readonly OperatorId North = FakeDirectory.North;
    private static readonly OperatorId South = FakeDirectory.South;

    [Fact]
    public async Task the_operators_are_asked_one_after_another_in_the_order_of_their_ids() => await AskedAsync(null, [North, South]);

    [Fact]
    public async Task the_operator_that_the_identifier_names_is_asked_first() => await AskedAsync(South, [South, North]);

    [Fact]
    public async Task only_operators_that_a_seal_was_made_for_are_asked()
    {
        using var bench = await PartyBench.StartAsync();

        await bench.AuthoriseAsync(bench.Request(identifiers: [PartyBench.Identifier(null, South)]));

        Assert.Equal(South, Assert.Single(bench.Caller.Calls).Operator);
    }

    [Fact]
    public async Task an_operator_that_is_certain_ends_the_search()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(South, certain: true);

        var answer = await bench.AuthoriseAsync(bench.Request(identifiers: [PartyBench.Identifier(South)]));

        Assert.NotNull(answer.Value);
        Assert.Single(bench.Caller.Calls);
    }

    [Fact]
    public async Task two_claims_are_ambiguous_unless_one_is_certain()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(North, 'A');
        bench.Knows(South, 'B');
        Assert.Equal(ProblemCodes.AmbiguousHome, (await bench.AuthoriseAsync(bench.Request())).Problem?.Code);

        bench.Knows(South, 'B', certain: true);
        var answer = (await bench.AuthoriseAsync(bench.Request())).Value!;

        Assert.Equal(South, (await bench.Records.ReadManyAsync(FakeDirectory.Meadow, [answer.Aid], PartyBench.Ct))[answer.Aid].OperatorId);
    }

    [Fact]
    public async Task an_operator_away_is_a_503_and_nothing_is_stored()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(North);
        bench.Caller.Recognitions[South] = null;
        var writes = bench.Store.Writes + bench.KeyDocuments.Writes;

        var answer = await bench.AuthoriseAsync(bench.Request());

        Assert.Equal(ProblemCodes.OperatorUnavailable, answer.Problem?.Code);
        Assert.Equal(writes, bench.Store.Writes + bench.KeyDocuments.Writes);
    }

    [Fact]
    public async Task an_operator_away_does_not_matter_once_another_is_certain()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Caller.Recognitions[North] = null;
        bench.Knows(South, certain: true);

        Assert.NotNull((await bench.AuthoriseAsync(bench.Request())).Value);
    }

    [Theory]
    [InlineData(Recognition.NotRecognised, "SUBSCRIBER_NOT_RECOGNISED")]
    [InlineData(Recognition.SealRefused, "SEALED_ID_REFUSED")]
    [InlineData(Recognition.IdentifiersDisagree, "IDENTIFIERS_DISAGREE")]
    [InlineData(Recognition.TooManyMisses, "TOO_MANY_REQUESTS")]
    public async Task what_an_operator_says_is_handed_on(Recognition recognition, string code)
    {
        using var bench = await PartyBench.StartAsync();
        bench.Caller.Recognitions[North] = new RecogniseAnswer(1, recognition, null, false);

        Assert.Equal(code, (await bench.AuthoriseAsync(bench.Request())).Problem?.Code.Code);
    }

    [Fact]
    public async Task an_operator_that_answers_no_more_of_this_enterprise_is_no_hindrance_when_another_knows_the_person()
    {
        foreach (var home in new[] { North, South })
        {
            using var bench = await PartyBench.StartAsync();
            bench.Caller.Recognitions[home == North ? South : North] = new RecogniseAnswer(1, Recognition.TooManyMisses, null, false);
            bench.Knows(home);

            var answer = (await bench.AuthoriseAsync(bench.Request())).Value!;

            Assert.Equal(home, (await bench.RecordAsync(answer.Aid)).OperatorId);
        }
    }

    [Fact]
    public async Task an_operator_sees_its_own_seals_the_consent_and_no_more()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(North);
        var request = bench.Request(identifiers: [PartyBench.Identifier(null, North), PartyBench.Identifier(null, South), PartyBench.Identifier(null, North)]);

        await bench.AuthoriseAsync(request);

        var question = Assert.IsType<RecogniseRequest>(bench.Caller.Calls.Single(c => c.Operator == North).Request);
        Assert.Equal([request.Identifiers[0].Seals[North], request.Identifiers[2].Seals[North]], question.SealedIds);
        Assert.Equal((request.ConsentNonce, request.TextHash, request.EnterpriseId), (question.ConsentNonce, question.TextHash, question.EnterpriseId));
    }

    private static async Task AskedAsync(OperatorId? home, OperatorId[] expected)
    {
        using var bench = await PartyBench.StartAsync();

        await bench.AuthoriseAsync(bench.Request(identifiers: [PartyBench.Identifier(home)]));

        Assert.Equal(expected, bench.Caller.Calls.Select(c => c.Operator));
        Assert.Equal(2, bench.Caller.Calls.Select(c => c.Key).Distinct().Count());
    }
}
