using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Gate;
using Ascs.Trust.Hosting;
using Ascs.Trust.Problems;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Gate;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Sessions;

/// <summary>CHEAA-4.1.3.1 a at the gate: a back office sends sensitive members under keys of all ages.</summary>
public sealed class DataKeyTests : IAsyncLifetime
{
    private static readonly BoundEndpoint Bound = new BoundEndpoint<CreateTaskRequest, CreateDispatchAnswer, Tasks>(EnterpriseCatalogue.CreateTask);

    private readonly TestWorld world = new();
    private readonly Tasks tasks = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await world.InitializeAsync();
        world.SessionOf(world.First);
        world.Party.Directory.Known[world.First.PlatId] = world.First.Self with { Role = Role.BackOffice, Permissions = [new Permission("tasks/create", [Permission.Anyone])] };
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData(3_599_999, "none")]
    [InlineData(3_600_000, "DATA_KEY_INVALID")]
    [InlineData(3_601_000, "DATA_KEY_INVALID")]
    public async Task a_data_key_ends_at_the_millisecond(int later, string expected)
    {
        var session = world.SessionOf(world.First);
        world.Time.Advance(TimeSpan.FromMilliseconds(later));
        Assert.Equal(expected, await SendAsync(session));
        Assert.Equal(expected == "none" ? ["428163"] : [], tasks.Seen);
    }

    [Fact]
    public async Task the_key_before_the_newest_lives_on_and_the_third_is_void()
    {
        var oldest = world.SessionOf(world.First);
        var second = await RenewAsync(oldest);
        Assert.Equal(("none", "none"), (await SendAsync(oldest), await SendAsync(second)));
        var third = await RenewAsync(second);
        Assert.Equal(("DATA_KEY_INVALID", "none", "none"), (await SendAsync(oldest), await SendAsync(second), await SendAsync(third)));
    }

    [Fact]
    public async Task a_repeated_act_may_be_sealed_afresh_and_is_still_the_same_act()
    {
        var session = world.SessionOf(world.First);
        Assert.Equal("none", await SendAsync(session, key: "task-sealed-twice-1"));
        Assert.Equal("none", await SendAsync(await RenewAsync(session), key: "task-sealed-twice-1"));
        Assert.Single(tasks.Seen);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", await SendAsync(session, "another code", "task-sealed-twice-1"));
    }

    [Fact]
    public async Task members_in_clear_are_no_form_and_sealed_ones_of_another_session_no_key()
    {
        var session = world.SessionOf(world.First);
        Assert.Equal("SCHEMA_INVALID", await SendAsync(session, body: Body(SensitiveWire.Clear)));
        Assert.Equal("DATA_KEY_INVALID", await SendAsync(session, body: Body(world.SessionOf(world.Second).Wire.Strict)));
    }

    [Fact]
    public async Task nothing_of_a_sensitive_member_is_on_the_wire_or_in_the_journal()
    {
        var session = world.SessionOf(world.First);
        Assert.DoesNotContain("428163", Encoding.UTF8.GetString(Body(session.Wire.Strict)), StringComparison.Ordinal);
        Assert.NotEqual(Body(session.Wire.Strict), Body(session.Wire.Strict)); // E18: two equal sends differ
        Assert.Equal("none", await SendAsync(session));
        Assert.All(world.Party.Journal.Lines, line => Assert.DoesNotContain("428163", line, StringComparison.Ordinal));
    }

    private async Task<CallerSession> RenewAsync(CallerSession session) =>
        new((await world.First.Services.GetRequiredService<SessionClient>().RenewDataKeyAsync(world.Party.Self, session, Stop)).Value!, session.ETag);

    private static byte[] Body(JsonSerializerOptions options, string code = "428163") => JsonSerializer.SerializeToUtf8Bytes(
        new CreateTaskRequest(1, ServiceId.Parse("parcels"), Channel.Sms, TemplateId.Parse("parcel"), 1, SenderId.Parse("10691234"), null,
            [new TaskRecipient(Aid.FromBytes(new byte[16]), new Dictionary<string, SensitiveText> { ["code"] = new(code) })]), options);

    private async Task<string> SendAsync(CallerSession session, string code = "428163", string? key = null, byte[]? body = null)
    {
        var draft = new CallDraft(world, EnterpriseCatalogue.CreateTask) { Secret = session.Mac, Token = session.Kept.Access, Body = body ?? Body(session.Wire.Strict, code) };
        draft.Key = key ?? draft.Key;
        await using var services = new ServiceCollection().AddSingleton(tasks).BuildServiceProvider();
        var answer = await world.Party.Services.GetRequiredService<PlatformGate>().AnswerAsync(Bound, draft.ToInbound(), services, Stop);
        return new Heard(answer.Status, answer.Status < 300 ? null : ProblemTranslator.ContentType, answer.Body.ToArray(), false, false).Code;
    }

    private sealed class Tasks : IHandle<CreateTaskRequest, CreateDispatchAnswer>
    {
        public List<string> Seen { get; } = [];

        public Task<Answer<CreateDispatchAnswer>> HandleAsync(CreateTaskRequest request, Call call, CancellationToken cancellationToken)
        {
            Seen.AddRange(request.Recipients.SelectMany(recipient => recipient.Variables.Values).Select(variable => variable.Text));
            return Task.FromResult<Answer<CreateDispatchAnswer>>(new CreateDispatchAnswer(1, DispatchId.From("01JD0000000000000000000000"), 1, []));
        }
    }
}
