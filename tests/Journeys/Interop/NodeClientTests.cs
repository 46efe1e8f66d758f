using Ascs.Hosts.Local.Demo;

namespace Ascs.Journeys.Tests.Interop;

/// <summary>docs/trust-protocol.md is enough to write a client: the one in Node shares no line with ours.</summary>
public sealed class NodeClientTests(ForeignSystem system) : IClassFixture<ForeignSystem>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_computes_the_same_bytes_as_ours_from_the_same_vectors() =>
        Assert.Contains("holds: message signatures", await NodeClient.DoAsync("selftest.js", Cancelled), StringComparison.Ordinal);

    [Fact]
    public async Task A_platform_written_in_another_language_authorises_a_consent_checks_its_proof_and_sends_a_message()
    {
        var told = await NodeClient.DoAsync("ascs.js", Cancelled, "send", system.Foreign, NodeClient.Books);
        Assert.Contains("AUTHORISATION_GRANTED at", told, StringComparison.Ordinal);
        Assert.Contains("1 allowed, 0 refused", told, StringComparison.Ordinal);
        Assert.Contains("Outcome DELIVERED", told, StringComparison.Ordinal);
        var text = await system.Phones.WaitAsync(DemoPeople.ZhouNumber, text => text.Contains("《红楼梦》", StringComparison.Ordinal), Cancelled);
        Assert.StartsWith("【朱雀书店】", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_logs_in_refreshes_gets_data_keys_and_is_nobody_after_its_logout() => Assert.Equal(
        ["Logged in: suite gm, access token for 7200 s", "Refreshed: the same session has new tokens", "Data key: a new one", "Logged out: ACCESS_TOKEN_INVALID"],
        (await NodeClient.DoAsync("ascs.js", Cancelled, "session", system.Foreign)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
