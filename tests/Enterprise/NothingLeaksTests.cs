using System.Text;
using Ascs.Contracts;
using Ascs.Enterprise.Tests.World;

namespace Ascs.Enterprise.Tests;

/// <summary>No identifier in a log, an address, a page, a call, a document, in any common clothing.</summary>
public sealed class NothingLeaksTests
{
    [Fact]
    public async Task no_identifier_is_ever_in_clear_anywhere_but_inside_its_seals()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await WalkAsync(world, visit);
        foreach (var (place, text) in Places(world, visit))
            Assert.True(Find(text) is null, $"{place} holds {Find(text)}");
    }

    [Fact]
    public async Task no_cookie_token_result_or_code_is_in_a_log_line_or_an_address()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await WalkAsync(world, visit);
        var cookie = visit.Cookies.Single(c => c.Key.StartsWith("__Host-", StringComparison.Ordinal)).Value;
        foreach (var text in world.Log.Lines.Concat(visit.Addresses))
        {
            Assert.DoesNotContain(cookie, text, StringComparison.Ordinal);
            Assert.DoesNotContain(asked.ConsentNonce.ToString(), text, StringComparison.Ordinal);
        }

        Assert.NotEmpty(world.Log.Lines);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("hex")]
    [InlineData("base64")]
    [InlineData("base64url")]
    [InlineData("utf16")]
    public void the_search_would_find_one_that_was_planted(string clothing)
    {
        var planted = "xx " + Dress(Samples.Imsi, clothing) + " yy";
        Assert.NotNull(Find(planted));
    }

    private static async Task<Confirmation> WalkAsync(EnterpriseWorld world, Visit visit)
    {
        await visit.StartAsync();
        await visit.SubmitAsync("/consent", ("decision", "agree"));
        await visit.StartAsync();
        await visit.SubmitAsync("/consent", ("decision", "later"));
        await visit.PrepareAsync(Samples.Offers);
        world.ThirdParty.Refusals.Enqueue(ProblemCodes.SubscriberNotRecognised);
        await visit.ReturnAsync(world.ThirdParty.Result(visit.Carried()));
        world.ThirdParty.Refusals.Enqueue(ProblemCodes.OperatorUnavailable);
        var asked = await visit.ConsentAsync();
        await visit.ReturnAsync(world.ThirdParty.Result(asked));
        world.Store.DieAt = (2 * world.Store.Commits) + 1;
        await visit.OpenAsync("/");
        await visit.StartAsync();
        await visit.OpenAsync("/subscriptions");
        await visit.SubmitAsync("/subscriptions/cancel");
        await visit.SubmitAsync("/subscriptions/cancel", ("sure", "yes"));
        return asked;
    }

    private static IEnumerable<(string Place, string Text)> Places(EnterpriseWorld world, Visit visit)
    {
        yield return ("the store", world.Store.Written);
        yield return ("the log", string.Join('\n', world.Log.Lines));
        yield return ("an address", string.Join('\n', visit.Addresses));
        yield return ("a page", string.Join('\n', visit.Pages));
        yield return ("a call", string.Join('\n', world.ThirdParty.Calls.Select(c => c.Name + c.Key + c.Body)));
    }

    private static string? Find(string text) => Samples.Secrets
        .SelectMany(secret => new[] { "plain", "hex", "base64", "base64url", "utf16" }.Select(clothing => Dress(secret, clothing)))
        .FirstOrDefault(dressed => text.Contains(dressed, StringComparison.OrdinalIgnoreCase));

    // Base64 of the middle, in the alignment that hides the ends, is found by its longest common part.
    private static string Dress(string secret, string clothing) => clothing switch
    {
        "hex" => Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
        "base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..^4],
        "base64url" => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(secret))[..^2],
        "utf16" => string.Join('\0', secret.AsEnumerable()),
        _ => secret,
    };
}
