using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Tests.Hosting;

namespace Ascs.Trust.Tests.Problems;

/// <summary>The catalogue of codes, in itself and as it is served.</summary>
public sealed class ProblemCatalogueTests(TestWorld world) : IClassFixture<TestWorld>
{
    [Fact]
    public void every_code_has_words_of_its_own_in_both_languages()
    {
        Assert.All(ProblemCodes.All, code =>
        {
            Assert.Matches("^[A-Z][A-Z0-9_]{2,63}$", code.Code);
            Assert.Matches("^[A-Z][ -~]{5,98}[.]$", code.Title);
            Assert.True(code.Zh.EndsWith('。') && code.Zh.Any(c => c >= '\u4E00'), $"{code.Code} needs its Chinese words.");
            Assert.InRange(code.Status, 400, 599);
        });
        Assert.Equal(ProblemCodes.All.Count, ProblemCodes.All.Select(code => code.Code).Distinct().Count());
        Assert.Equal(ProblemCodes.All.Count, ProblemCodes.All.Select(code => code.Title).Distinct().Count());
        Assert.Equal(ProblemCodes.All.Count, ProblemCodes.All.Select(code => code.Zh).Distinct().Count());
    }

    // Else a caller of an earlier version, who knows only the status, would do another thing than one of this version.
    [Fact]
    public void whether_to_try_again_is_told_by_the_class_of_every_code() =>
        Assert.All(ProblemCodes.All, code => Assert.True(code.Retry == code.Class.MayPass(), code.Code));

    [Theory]
    [InlineData(400, ProblemClass.Request)]
    [InlineData(401, ProblemClass.Identity)]
    [InlineData(403, ProblemClass.Permission)]
    [InlineData(409, ProblemClass.State)]
    [InlineData(418, ProblemClass.Request)]
    [InlineData(429, ProblemClass.Limit)]
    [InlineData(507, ProblemClass.Platform)]
    public void a_status_has_a_class(int status, ProblemClass expected) => Assert.Equal(expected, ProblemClasses.Of(status));

    [Fact]
    public async Task the_page_lists_every_code()
    {
        using var client = new Gate.CallDraft(world) { Caller = null }.Client();
        using var answer = await client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, new Uri(world.Party.PublicAddress, CommonPages.Errors.Route)), TestContext.Current.CancellationToken);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var problems = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("problems");
        Assert.Equal(ProblemCodes.All.Select(code => code.Code), problems.EnumerateArray().Select(problem => problem.GetProperty("code").GetString()));
        var first = problems.EnumerateArray().Single(problem => problem.GetProperty("code").GetString() == "SEQUENCE_GAP");
        Assert.Equal(
            """{"code":"SEQUENCE_GAP","status":409,"class":"STATE","retry":true,"title":{"zh":"该批次与上一批次不连续。","en":"The batch does not follow the last one received."}}""",
            first.GetRawText());
    }
}
