using System.Reflection;
using System.Text;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>Every row of sections 4.1.1 to 4.1.6 has a test, and <c>docs/assessment.md</c> says which. <c>ASCS_APPROVE=1</c> writes that page anew.</summary>
public sealed class CoverageTests
{
    private static readonly ILookup<string, (string Test, string Act)> Acts = typeof(CoverageTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetCustomAttributes<ClauseAttribute>().Select(clause => (clause.Id, Test: $"{method.DeclaringType!.Name}.{method.Name}", clause.Act)))
        .OrderBy(row => row.Test, StringComparer.Ordinal)
        .ToLookup(row => row.Id, row => (row.Test, row.Act));

    private static readonly string[][] Clauses = [.. File.ReadLines(Path.Combine(Repository.Root, "tests/Journeys/Assessment/clauses.tsv")).Select(line => line.Split('\t'))];

    public static TheoryData<string> Ids => [.. Clauses.Select(clause => clause[0])];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_clause_has_a_test(string id) => Assert.True(Acts.Contains(id), $"{id} has no test.");

    [Fact]
    public void No_test_names_a_clause_that_there_is_not() => Assert.Empty(Acts.Select(group => group.Key).Except(Ids.Select(row => row.Data)));

    [Fact]
    public void The_page_says_what_the_tests_do()
    {
        var page = Path.Combine(Repository.Root, "docs/assessment.md");
        if (Environment.GetEnvironmentVariable("ASCS_APPROVE") == "1")
            File.WriteAllText(page, Page());
        Assert.Equal(Page(), File.ReadAllText(page));
    }

    private static string Page()
    {
        var page = new StringBuilder("""
            # Self-assessment under T/CHEAA 0001.2, section 4.1

            Each clause, and the tests that do what section 5.1 says the assessor does. Run them all: `dotnet test --project tests/Journeys -c Release -- --filter-namespace 'Ascs.Journeys.Tests.Assessment'`.
            Written by `CoverageTests` with `ASCS_APPROVE=1`. Clauses about documents are met by `docs/security-plan.md`, whose brackets the party that runs the platform fills in.

            | clause | asks | the test does |
            |---|---|---|

            """);
        foreach (var clause in Clauses)
            page.Append($"| {clause[0]} | {clause[3]} | {string.Join("<br>", Acts[clause[0]].Select(act => $"{act.Act} (`{act.Test}`)"))} |\n");
        return page.ToString();
    }
}
