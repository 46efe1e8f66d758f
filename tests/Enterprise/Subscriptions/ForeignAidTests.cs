using System.Text.Json;
using Ascs.Contracts;
using Ascs.Enterprise.Subscriptions;
using Ascs.Enterprise.Tasks;
using Ascs.Enterprise.Tests.Authorising;
using Ascs.Enterprise.Tests.World;
using Ascs.Tests;

namespace Ascs.Enterprise.Tests.Subscriptions;

/// <summary>
/// CHEAA-4.1.4: what is not there and what is somebody else's can't be told apart at an enterprise's platform either. What the trusted party answers is its own
/// table (its ForeignAidTests); here the platform must not add a difference.
/// </summary>
public sealed class ForeignAidTests
{
    private const string Key = "key-0123456789abcdef";
    private static readonly Aid Unknown = AidOf(7), AlsoUnknown = AidOf(8);

    /// <summary>Every endpoint that takes an AID or a dispatch id.</summary>
    public static TheoryData<string> Endpoints { get; } =
        ["subscriptions/state", "subscriptions/revoke", "subscriptions/trace", "tasks/state", "tasks/check", "tasks/create"];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task a_foreign_one_is_handled_as_an_unknown_one(string endpoint) =>
        Assert.Equal(await SeeAsync(endpoint, (_, _) => [Unknown]), await SeeAsync(endpoint, (_, foreign) => [foreign]));

    [Theory]
    [InlineData("subscriptions/state")]
    [InlineData("subscriptions/revoke")]
    [InlineData("tasks/check")]
    [InlineData("tasks/create")]
    public async Task in_a_batch_with_an_own_one_too(string endpoint) =>
        Assert.Equal(await SeeAsync(endpoint, (own, _) => [Unknown, own, AlsoUnknown]), await SeeAsync(endpoint, (own, foreign) => [Unknown, own, foreign]));

    [Fact]
    public async Task a_subscription_of_another_browser_is_handled_as_one_that_never_was()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var owner = world.Visit();
        using var other = world.Visit();
        var theirs = await owner.ConsentAsync();
        await other.ConsentAsync(Samples.Offers);
        await other.OpenAsync("/subscriptions");
        var token = other.Hidden("/subscriptions/cancel").Where(field => field.Name != "subscription").ToArray();

        var unknown = await SeeAsync(world, other, () => other.PostAsync("/subscriptions/cancel", [.. token, ("subscription", ConsentNonce.From(new byte[16]).ToString()), ("sure", "yes")]));
        var foreign = await SeeAsync(world, other, () => other.PostAsync("/subscriptions/cancel", [.. token, ("subscription", theirs.ConsentNonce.ToString()), ("sure", "yes")]));

        Assert.Equal(unknown, foreign);
        Assert.Equal(404, (int)other.Status);
        Assert.DoesNotContain(world.ThirdParty.Calls, call => call.Name == TrustedPartyCatalogue.Revoke.Name);
    }

    [Fact]
    public async Task a_manage_code_whose_term_is_over_is_handled_as_one_that_never_was()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var owner = world.Visit();
        using var other = world.Visit();
        await owner.ConsentAsync();
        var code = ConvergingTests.Code(owner)!;
        world.Time.Advance(TimeSpan.FromDays(30));
        await other.OpenAsync("/subscriptions");

        await other.SubmitAsync("/subscriptions", ("code", "AAAAA-AAAAA-AAAAA-AAAAB")); // the first of its quarter of an hour makes the count
        var unknown = await SeeAsync(world, other, () => other.SubmitAsync("/subscriptions", ("code", "AAAAA-AAAAA-AAAAA-AAAAA")));
        var over = await SeeAsync(world, other, () => other.SubmitAsync("/subscriptions", ("code", code)));

        Assert.Equal(unknown, over);
        Assert.Equal(422, (int)other.Status);
    }

    private static async Task<IReadOnlyList<string>> SeeAsync(EnterpriseWorld world, Visit visit, Func<Task> act)
    {
        var (acts, calls) = (Acts(world).Count, world.ThirdParty.Calls.Count);
        await act();
        return [$"{(int)visit.Status} {WatchedStore.ShapeOf(visit.Text)}", .. Acts(world).Skip(acts), $"calls {world.ThirdParty.Calls.Count - calls}"];
    }

    // Answer, what was asked of the store, what was asked of the trusted party, what was put on record.
    private static async Task<IReadOnlyList<string>> SeeAsync(string endpoint, Func<Aid, Aid, Aid[]> named)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var own = SubscriptionStoreTests.Make(world, 1);
        await world.Get<SubscriptionStore>().AddAsync(own, world.Ct);
        world.ThirdParty.Unknown.UnionWith([Unknown, AlsoUnknown, AidOf(9)]);
        world.ThirdParty.Revoke = request => new RevokeAnswer(1, [.. request.Aids.Select(aid => ResultOf(world, aid))], null);
        var (acts, lines) = (Acts(world).Count, Lines(world).Count);
        var answer = await AskAsync(world, endpoint, named(own.Status.Aid, AidOf(9)));
        return
        [
            answer, .. Acts(world).Skip(acts), .. Lines(world).Skip(lines).Select(WatchedStore.ShapeOf),
            .. world.ThirdParty.Calls.Select(call => $"{call.Name} {call.Key} {(endpoint == "tasks/create" ? "" : WatchedStore.ShapeOf(call.Body))}"), // a new content key each time
        ];
    }

    // But for the audit trail's own, which is written beside the calls whenever it has something.
    private static IReadOnlyList<string> Acts(EnterpriseWorld world) => [.. world.Watch.Acts.Where(act => !act.Contains("audit", StringComparison.Ordinal))];

    private static IReadOnlyList<string> Lines(EnterpriseWorld world) => [.. world.Log.Lines.Where(line => !line.Contains("audit", StringComparison.Ordinal))];

    private static RevokeResult ResultOf(EnterpriseWorld world, Aid aid) =>
        world.ThirdParty.Unknown.Contains(aid) ? new RevokeResult(aid, AidState.Unknown, false, 0) : new RevokeResult(aid, AidState.Revoked, true, 0);

    private static async Task<string> AskAsync(EnterpriseWorld world, string endpoint, Aid[] aids)
    {
        var (call, us) = (SubscriptionStoreTests.BackOffice(world, Key), Samples.Enterprise);
        if (endpoint == "subscriptions/trace") world.ThirdParty.Refusals.Enqueue(ProblemCodes.AidUnknown);
        if (endpoint == "tasks/state") world.ThirdParty.Refusals.Enqueue(ProblemCodes.DispatchUnknown);
        return endpoint switch
        {
            "subscriptions/state" => Text(await world.Get<SubscriptionStates>().HandleAsync(new AidStatesRequest(1, us, aids), call, world.Ct)),
            "subscriptions/revoke" => Text(await world.Get<RevokeSubscriptions>().HandleAsync(new RevokeRequest(1, us, aids, RevokedBy.Enterprise), call, world.Ct)),
            "subscriptions/trace" => Text(await world.Get<TraceSubscription>().HandleAsync(new TraceRequest(1, us, aids[0], null), call, world.Ct)),
            "tasks/state" => Text(await world.Get<TaskState>().HandleAsync(new DispatchStateRequest(1, us, DispatchOf(aids[0])), call, world.Ct)),
            "tasks/check" => Text(await world.Get<CheckTask>().HandleAsync(TaskFor(aids), call, world.Ct)),
            _ => Text(await world.Get<CreateTask>().HandleAsync(TaskFor(aids), call, world.Ct)),
        };
    }

    private static CreateTaskRequest TaskFor(Aid[] aids) => new(
        1, Samples.Parcels, Channel.Sms, TemplateId.Parse("parcel-arrived"), 1, Samples.Port, null,
        [.. aids.Select(aid => new TaskRecipient(aid, new Dictionary<string, SensitiveText> { ["code"] = new("483920") }))]);

    private static string Text<T>(Answer<T> answer)
        where T : class => WatchedStore.ShapeOf($"{answer.Status} {answer.Problem?.Code} {JsonSerializer.Serialize(answer.Value, WireOptions.Strict)}");

    private static Aid AidOf(byte number) => Aid.FromBytes([.. Enumerable.Repeat(number, 16)]);

    // Ids as good as any: the platform keeps none.
    private static DispatchId DispatchOf(Aid aid) => DispatchId.From(Base32.Encode128(aid == Unknown ? 7u : 9u));
}
