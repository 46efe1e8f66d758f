using System.Globalization;
using System.Text.Json;

namespace Ascs.Storage.Tests;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task concurrent_increments_by_etag_lose_nothing()
    {
        const int Callers = 8, Increments = 25;
        await Commit(new Write.Create("counter", Json(0)));

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < Increments;)
            {
                var read = await Read("counter");
                if (await Commit(new Write.Replace("counter", Json(Number(read) + 1), read!.ETag)) is CommitOutcome.Committed) done++;
            }
        }, Ct)));

        Assert.Equal(Callers * Increments, Number(await Read("counter")));
    }

    [Fact]
    public async Task of_concurrent_creates_exactly_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => Commit(new Write.Create("one", Json(i))), Ct)));

        var winner = Array.FindIndex(outcomes, o => o is CommitOutcome.Committed);
        Assert.Single(outcomes.OfType<CommitOutcome.Committed>());
        Assert.Equal(winner, Number(await Read("one")));
    }

    [Fact]
    public async Task a_conflict_does_not_disturb_the_commits_beside_it()
    {
        await Commit(new Write.Create("taken", Json(0)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            () => Commit(new Write.Create($"first-{i}", Json(i)), new Write.Create(i % 2 == 0 ? "taken" : $"second-{i}", Json(i))), Ct)));

        Assert.All(outcomes, (o, i) => Assert.Equal(i % 2 == 1, o is CommitOutcome.Committed));
        Assert.Equal(100, (await Range("first-", IdRange.EndOf("first-"), 1000)).Ids.Count);
        Assert.Equal(100, (await Range("second-", IdRange.EndOf("second-"), 1000)).Ids.Count);
    }

    [Fact]
    public async Task nobody_sees_half_a_commit()
    {
        await Commit(new Write.Create("a", Json(0)), new Write.Create("b", Json(0)));
        var seen = new HashSet<int>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writer = Task.Run(async () =>
        {
            for (var i = 1; !enough.IsCancellationRequested; i++) await Commit(new Write.Upsert("a", Json(i)), new Write.Upsert("b", Json(i)));
        }, Ct);

        try
        {
            while (seen.Count < 50) // so many reads fell between two writes
            {
                var page = await Store.RangeAsync(Containers.Work, "p", IdRange.First, IdRange.End, 10, Ct);
                Assert.Equal(Number(page.Items[0]), Number(page.Items[1]));
                seen.Add(Number(page.Items[0]));
            }
        }
        finally
        {
            await enough.CancelAsync();
        }

        await writer;
    }

    [Fact]
    public async Task what_a_write_returned_is_seen_by_the_next_read_of_anyone()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await Commit(new Write.Upsert($"of-{caller}", Json(i)));
                Assert.Equal(i, Number(await Read($"of-{caller}")));
                var many = await Store.ReadManyAsync(Containers.Work, [new("p", $"of-{caller}")], Ct);
                Assert.Equal(i, Number(Assert.Single(many)));
            }
        }, Ct)));
    }

    private static int Number(Document? document) =>
        int.Parse(JsonDocument.Parse(document!.Body).RootElement.GetProperty("n").GetRawText(), CultureInfo.InvariantCulture);
}
