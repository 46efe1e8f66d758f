using Ascs.Hosts.Local.Platforms;
using Ascs.Trust.Hosting;
using Ascs.Journeys.Tests.Systems;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Journeys.Tests.Hosts;

/// <summary>What has expired leaves the files of a platform, not only its sight.</summary>
public sealed class PurgeTests(FreshFolder fresh) : IClassFixture<FreshFolder>
{
    private const string Partition = "short-lived";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("trusted-party")]
    [InlineData("operator-b")]
    [InlineData("qinghe-clinic")]
    public async Task A_platform_deletes_what_has_expired_and_nothing_else(string party)
    {
        var folder = fresh.Copy(party);
        var now = TimeProvider.System.GetUtcNow();
        await using (var main = SqliteDocumentStore.Open(new SqliteStoreOptions(folder.Store, Containers.Main)))
            await WriteAsync(main, Containers.Work, now);
        await using (var keys = SqliteDocumentStore.Open(new SqliteStoreOptions(folder.KeyStore, Containers.KeyStore)))
            await WriteAsync(keys, Containers.Keys, now);

        await using var host = await PartyHost.StartAsync(folder, new HostSettings(TimeProvider.System, Console: false), Cancelled);

        await UntilAsync(() => Names(folder.Store, "c_work") is ["kept", "later"] && Names(folder.KeyStore, "c_keys") is ["kept", "later"]);
    }

    [Fact]
    public async Task Every_minute_again_and_a_failure_shows_until_a_round_goes_through()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero));
        var store = new FailingPurge();
        using var purge = new PurgeExpired([store], time, NullLogger<PurgeExpired>.Instance);
        await purge.StartAsync(Cancelled);
        await UntilAsync(() => store.Rounds == 1);
        store.Fails = true;
        await LetAsync(time, () => store.Rounds > 1 && !IsUp(purge));
        store.Fails = false;
        await LetAsync(time, () => IsUp(purge));
        await purge.StopAsync(Cancelled);
    }

    private static Task LetAsync(FakeTimeProvider time, Func<bool> hold) => UntilAsync(() =>
    {
        time.Advance(TimeSpan.FromMinutes(1));
        return hold();
    });

    private static bool IsUp(PurgeExpired purge) => purge.IsUpAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static Task<CommitOutcome> WriteAsync(SqliteDocumentStore store, Container container, DateTimeOffset now) => store.CommitAsync(container, Partition,
    [
        new Write.Upsert("gone", "{}"u8.ToArray(), now.AddMinutes(-1)), new Write.Upsert("later", "{}"u8.ToArray(), now.AddHours(1)), new Write.Upsert("kept", "{}"u8.ToArray()),
    ], Cancelled);

    private static List<string> Names(string file, string table) => StoredDocuments.IdsOf(file, table, Partition);

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(50)); // under a minute: the first round is the one at the start
        while (!holds())
            await Task.Delay(20, patience.Token);
    }
}
