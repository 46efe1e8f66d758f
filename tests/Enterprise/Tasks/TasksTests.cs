using System.Buffers.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Enterprise.Tasks;
using Ascs.Enterprise.Tests.Subscriptions;
using Ascs.Enterprise.Tests.World;
using Ascs.Gm;
using Ascs.Trust.Sealing;

namespace Ascs.Enterprise.Tests.Tasks;

public sealed class TasksTests
{
    private const string Key = "task-0123456789abcdef";

    [Fact]
    public async Task the_content_key_is_new_each_hour_and_not_before()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var keys = world.Get<ContentKeys>();
        var first = keys.Current()!;
        world.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.Same(first, keys.Current());
        world.Time.Advance(TimeSpan.FromMilliseconds(1));
        var second = keys.Current()!;
        Assert.NotEqual(first.Wrapped.KeyId, second.Wrapped.KeyId);
        Assert.NotEqual(KeyIn(world, first), KeyIn(world, second));
    }

    [Fact]
    public async Task each_operator_opens_the_variables_and_nothing_of_them_is_stored_or_sent_in_clear()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        await CreateAsync(world, Key);
        var sent = JsonSerializer.Deserialize<CreateDispatchRequest>(world.ThirdParty.Calls.Single().Body, WireOptions.Strict)!;
        foreach (var (peer, id) in new[] { (world.Partners.First, Samples.First), (world.Partners.Second, Samples.Second) })
        {
            Assert.True(world.Partners.Private[(peer.PlatId, "seal")].TryDecrypt(Base64Url.DecodeFromChars(sent.ContentKey.Wraps[id]), out var wrap));
            Assert.Equal(ContentKeyWrap.Content(wrap.AsSpan(0, 16), Samples.Enterprise, sent.ContentKey.KeyId), wrap);
            var bytes = Base64Url.DecodeFromChars(sent.Recipients.Single().Variables);
            var binding = ContentBinding.For(Samples.Enterprise, sent.TemplateId, sent.TemplateVersion, sent.ContentKey.KeyId);
            Assert.True(Sm4Gcm.TryDecrypt(wrap.AsSpan(0, 16), bytes.AsSpan(0, 12), bytes.AsSpan(12), binding, out var content));
            Assert.Equal("483920", JsonSerializer.Deserialize<MessageVariables>(content, WireOptions.Strict)!.Values["code"]);
        }

        foreach (var place in new[] { world.Store.Written, world.ThirdParty.Calls.Single().Body, string.Join('\n', world.Log.Lines) })
            Assert.DoesNotContain("483920", place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_task_sent_again_is_the_same_bytes_even_an_hour_later()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        world.ThirdParty.LosesAnswer = true;
        Assert.Equal(ProblemCodes.Unavailable, (await CreateAsync(world, Key)).Problem!.Code);
        world.Time.Advance(TimeSpan.FromHours(2));
        Assert.NotNull((await CreateAsync(world, Key)).Value);
        Assert.Equal(world.ThirdParty.Calls[0], world.ThirdParty.Calls[1]);
        await CreateAsync(world, "task-another-0123456");
        Assert.NotEqual(world.ThirdParty.Calls[1].Body, world.ThirdParty.Calls[2].Body);
    }

    [Fact]
    public async Task without_an_operators_seal_key_nothing_is_sent()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        world.Partners.Unstated.Add((world.Partners.First.PlatId, "seal"));
        Assert.Equal(ProblemCodes.Unavailable, (await CreateAsync(world, Key)).Problem!.Code);
        Assert.Empty(world.ThirdParty.Calls);
    }

    private static string KeyIn(EnterpriseWorld world, ContentKey key)
    {
        var wrapped = Base64Url.DecodeFromChars(key.Wrapped.Wraps[Samples.First]);
        Assert.True(world.Partners.Private[(world.Partners.First.PlatId, "seal")].TryDecrypt(wrapped, out var wrap));
        return Convert.ToHexString(wrap.AsSpan(0, ContentKeyWrap.KeyLength));
    }

    private static Task<Answer<CreateDispatchAnswer>> CreateAsync(EnterpriseWorld world, string key)
    {
        var recipient = new TaskRecipient(Aid.FromBytes(new byte[16]), new Dictionary<string, SensitiveText> { ["code"] = new("483920") });
        var task = new CreateTaskRequest(1, Samples.Parcels, Channel.Sms, TemplateId.Parse("parcel-arrived"), 1, Samples.Port, null, [recipient]);
        return world.Get<CreateTask>().HandleAsync(task, SubscriptionStoreTests.BackOffice(world, key), world.Ct);
    }
}
