namespace Ascs.TrustedParty.Tests.EvidenceLog;

public sealed class SequencedLogTests
{
    private readonly LogBench bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task leaves_get_places_next_to_one_another_and_prove_themselves()
    {
        using var log = await bench.StartAsync();

        var first = await log.AppendAsync("a", LogBench.Leaves("a", 3), Ct);
        var second = await log.AppendAsync("b", LogBench.Leaves("b", 500), Ct);

        Assert.Equal((0, 3), (first, second));
        await bench.CheckAsync(log, 0, 1, 2, 3, 255, 256, 257, 502);
    }

    [Fact]
    public async Task the_same_batch_id_gets_the_first_answer_and_appends_nothing()
    {
        using var log = await bench.StartAsync();
        await log.AppendAsync("a", LogBench.Leaves("a", 2), Ct);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => log.AppendAsync("b", LogBench.Leaves("b", 2), Ct)));

        Assert.All(answers, first => Assert.Equal(2, first));
        Assert.Equal(2, await log.AppendAsync("b", LogBench.Leaves("other", 7), Ct));
        Assert.Equal(4, (await bench.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task what_waits_together_goes_together()
    {
        using var log = await bench.StartAsync();
        var writes = bench.Store.Writes;

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => log.AppendAsync($"b{i}", LogBench.Leaves($"b{i}", 2), Ct)));

        Assert.Equal(Enumerable.Range(0, 300).Select(i => 2L * i), answers.Order());
        Assert.True(bench.Store.Writes - writes < 300);
        await bench.CheckAsync(log, 0, 599);
    }

    [Fact]
    public async Task a_log_that_is_opened_again_goes_on_where_it_stopped()
    {
        foreach (var size in new[] { 0, 1, 255, 256, 257, 700, 1024 })
        {
            using (var log = await bench.StartAsync())
            {
                foreach (var i in Enumerable.Range(0, size / 100))
                    await log.AppendAsync($"s{size}-{i}", LogBench.Leaves($"s{size}-{i}", 100), Ct);
                if (size % 100 > 0)
                    await log.AppendAsync($"s{size}", LogBench.Leaves($"s{size}", size % 100), Ct);
                await log.StopAsync(Ct);
            }

            using var again = await bench.StartAsync();
            var all = await bench.ReadAllAsync();
            await bench.CheckAsync(again, [.. Enumerable.Range(0, all.Count).Where(i => i % 97 == 0).Select(i => (long)i)]);
            await again.StopAsync(Ct);
        }
    }

    [Fact]
    public async Task more_than_a_tile_of_tiles_opens_and_proves()
    {
        const int Batches = 140; // 70,000 leaves: two levels of tiles, 273 complete ones
        using (var log = await bench.StartAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, Batches).Select(i => log.AppendAsync($"b{i:D3}", LogBench.Leaves($"b{i}", 500), Ct)));
            await log.StopAsync(Ct);
        }

        using var again = await bench.StartAsync();
        await again.AppendAsync("more", LogBench.Leaves("more", 1), Ct);

        await bench.CheckAsync(again, 0, 255, 256, 65_535, 65_536, 69_999, 70_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x")]
    public async Task a_batch_id_of_another_form_is_a_bug(string id)
    {
        using var log = await bench.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => log.AppendAsync(id, LogBench.Leaves("a", 1), Ct));
    }

    [Fact]
    public async Task a_batch_outside_its_limits_is_a_bug()
    {
        using var log = await bench.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => log.AppendAsync("a", [], Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => log.AppendAsync("a", LogBench.Leaves("a", 501), Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => log.AppendAsync("a", [new byte[2049]], Ct));
        Assert.Empty(await bench.ReadAllAsync());
    }

    [Fact]
    public async Task the_largest_batches_there_can_be_keep_within_the_limits_of_the_store()
    {
        using var log = await bench.StartAsync();
        var large = Enumerable.Range(0, 500).Select(_ => new byte[2048]).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => log.AppendAsync($"b{i}", large, Ct)));

        await bench.CheckAsync(log, 0, 2999);
    }
}
