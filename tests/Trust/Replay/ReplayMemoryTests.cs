using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Replay;
using Ascs.Trust.Signing;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Trust.Tests.Replay;

public sealed class ReplayMemoryTests
{
    private static readonly PlatId Caller = PlatId.NewRandom();

    private static readonly Nonce Nonce = Nonce.Create();

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    private readonly InMemoryDocumentStore store;

    public ReplayMemoryTests() => store = new InMemoryDocumentStore(time);

    [Theory]
    [InlineData(-10)]
    [InlineData(0)]
    [InlineData(10)]
    public async Task a_message_counts_once_for_as_long_as_its_timestamp_passes(int minutes)
    {
        var timestamp = time.GetUtcNow().AddMinutes(minutes);
        Assert.True(await RememberAsync(Caller, Nonce, timestamp));
        Assert.False(await RememberAsync(Caller, Nonce, timestamp));
        time.SetUtcNow(timestamp.AddMinutes(10));
        Assert.False(await RememberAsync(Caller, Nonce, timestamp));
    }

    [Fact]
    public async Task another_platform_and_another_nonce_are_other_messages()
    {
        Assert.True(await RememberAsync(Caller, Nonce, time.GetUtcNow()));
        Assert.True(await RememberAsync(PlatId.NewRandom(), Nonce, time.GetUtcNow()));
        Assert.True(await RememberAsync(Caller, Nonce.Create(), time.GetUtcNow()));
    }

    [Fact]
    public async Task of_many_equal_messages_at_once_on_two_instances_one_counts()
    {
        var instances = new[] { new ReplayMemory(store), new ReplayMemory(store) };
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => instances[i % 2].TryRememberAsync(Caller, Nonce, time.GetUtcNow(), default))));
        Assert.Single(outcomes, outcome => outcome);
    }

    [Fact]
    public async Task it_is_forgotten_when_no_replay_could_pass_any_more()
    {
        await RememberAsync(Caller, Nonce, time.GetUtcNow());
        var partition = $"replay-{time.GetUtcNow().ToUnixTimeSeconds() / 60}";
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.Empty((await store.RangeAsync(Containers.Work, partition, IdRange.First, IdRange.End, 10, TestContext.Current.CancellationToken)).Items);
    }

    private Task<bool> RememberAsync(PlatId caller, Nonce nonce, DateTimeOffset timestamp) =>
        new ReplayMemory(store).TryRememberAsync(caller, nonce, timestamp, TestContext.Current.CancellationToken);
}
