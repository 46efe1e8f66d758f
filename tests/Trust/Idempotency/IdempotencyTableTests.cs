using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Idempotency;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Trust.Tests.Idempotency;

public sealed class IdempotencyTableTests
{
    private static readonly IdempotencyScope Scope = new(PlatId.NewRandom(), "acme", "authorisations/revoke", "0123456789abcdef");

    private static readonly StoredAnswer Answer = new(202, "application/json; charset=utf-8", "{\"v\":1}"u8.ToArray());

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    private readonly InMemoryDocumentStore store;

    public IdempotencyTableTests() => store = new InMemoryDocumentStore(time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_first_answer_is_given_again_for_a_day_and_then_forgotten()
    {
        await AnswerAsync(Table());
        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        var again = Assert.IsType<Beginning.AnsweredBefore>(await BeginAsync(Table()));
        Assert.Equal(202, again.Answer.Status);
        Assert.Equal(Answer.Body.ToArray(), again.Answer.Body.ToArray());
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.IsType<Beginning.Started>(await BeginAsync(Table()));
    }

    [Fact]
    public async Task an_act_for_later_is_kept_a_day_past_its_time()
    {
        var later = UnixTime.From(time.GetUtcNow().AddDays(3));
        var started = Assert.IsType<Beginning.Started>(await Table().BeginAsync(Scope, "f", later, Stop));
        await Table().EndAsync(started.Claim, Answer);
        time.Advance(TimeSpan.FromDays(4) - TimeSpan.FromSeconds(1));
        Assert.IsType<Beginning.AnsweredBefore>(await BeginAsync(Table()));
    }

    [Fact]
    public async Task the_same_key_with_another_request_is_told_apart_before_and_after_the_answer()
    {
        var started = Assert.IsType<Beginning.Started>(await BeginAsync(Table()));
        Assert.IsType<Beginning.OtherRequest>(await Table().BeginAsync(Scope, "other", null, Stop));
        await Table().EndAsync(started.Claim, Answer);
        Assert.IsType<Beginning.OtherRequest>(await Table().BeginAsync(Scope, "other", null, Stop));
    }

    [Fact]
    public async Task while_the_first_is_at_work_the_second_waits_until_the_lease_is_over()
    {
        await BeginAsync(Table());
        time.Advance(IdempotencyTable.Lease - TimeSpan.FromMilliseconds(1));
        Assert.IsType<Beginning.InProgress>(await BeginAsync(Table()));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.IsType<Beginning.Started>(await BeginAsync(Table()));
    }

    [Fact]
    public async Task a_process_alone_on_its_store_takes_over_from_its_former_self_at_once()
    {
        var alone = Table(alone: true);
        await BeginAsync(alone);
        Assert.IsType<Beginning.InProgress>(await BeginAsync(alone));
        Assert.IsType<Beginning.Started>(await BeginAsync(Table(alone: true)));
    }

    [Fact]
    public async Task of_two_that_take_over_one_gets_the_act_and_the_dead_ones_answer_changes_nothing()
    {
        var dead = Assert.IsType<Beginning.Started>(await BeginAsync(Table()));
        time.Advance(IdempotencyTable.Lease);
        var (one, other) = (await BeginAsync(Table()), await BeginAsync(Table()));
        Assert.IsType<Beginning.Started>(one);
        Assert.IsType<Beginning.InProgress>(other);
        await Table().EndAsync(dead.Claim, Answer);
        Assert.IsType<Beginning.InProgress>(await BeginAsync(Table()));
    }

    [Fact]
    public async Task a_claim_given_up_is_free_again()
    {
        var started = Assert.IsType<Beginning.Started>(await BeginAsync(Table()));
        await Table().EndAsync(started.Claim, null);
        Assert.IsType<Beginning.Started>(await BeginAsync(Table()));
    }

    [Fact]
    public async Task platforms_enterprises_and_operations_have_keys_of_their_own()
    {
        await BeginAsync(Table());
        IdempotencyScope[] others =
            [Scope with { Caller = PlatId.NewRandom() }, Scope with { EnterpriseId = "bolt" }, Scope with { EnterpriseId = null }, Scope with { Operation = "dispatches/create" }];
        foreach (var other in others) Assert.IsType<Beginning.Started>(await Table().BeginAsync(other, "f", null, Stop));
    }

    [Fact]
    public async Task the_store_alone_tells_nothing_of_an_answer_and_an_answer_moved_does_not_open()
    {
        await AnswerAsync(Table());
        var body = (await store.ReadAsync(Containers.Work, Scope.Document, Stop))!.Body;
        Assert.DoesNotContain("\\u0022v", System.Text.Encoding.UTF8.GetString(body.Span), StringComparison.Ordinal);
        Assert.Equal(-1, body.Span.IndexOf(Answer.Body.Span));
        var elsewhere = Scope with { Key = "fedcba9876543210" };
        await store.CommitAsync(Containers.Work, elsewhere.Document.Partition, [new Write.Create(elsewhere.Document.Id, body)], Stop);
        Assert.IsType<Beginning.Started>(await Table().BeginAsync(elsewhere, "f", null, Stop));
    }

    [Theory]
    [InlineData("0123456789abcdef", true)]
    [InlineData("0123456789abcde", false)]
    [InlineData("0123456789abcde ", false)]
    [InlineData("0123456789abcdef\n", false)]
    [InlineData(null, false)]
    public void a_key_has_16_to_64_plain_characters(string? text, bool isKey) => Assert.Equal(isKey, IdempotencyScope.IsKey(text));

    private IdempotencyTable Table(bool alone = false) => new(store, new Sm4AnswerSeal(new byte[16]), time, alone);

    private static Task<Beginning> BeginAsync(IdempotencyTable table) => table.BeginAsync(Scope, "f", null, Stop);

    private static async Task AnswerAsync(IdempotencyTable table) => await table.EndAsync(Assert.IsType<Beginning.Started>(await BeginAsync(table)).Claim, Answer);
}
