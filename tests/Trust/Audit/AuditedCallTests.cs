using System.Net;
using System.Net.Sockets;
using System.Text;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Audit;
using Ascs.Trust.Tests.Gate;
using Ascs.Trust.Tests.Hosting;

namespace Ascs.Trust.Tests.Audit;

/// <summary>Every call is on record, and nothing that it brought (CHEAA-4.1.6 a, b).</summary>
public sealed class AuditedCallTests(TestWorld world) : IClassFixture<TestWorld>
{
    // What a hostile or careless caller may send: none of it may be in any audit byte or journal line. 13912345678 stands for every number.
    private static readonly string[] Sensitive =
        ["13912345678", "460001234567890", "490154203237518", "tok-SECRET-4f2a", "whsec_U0VDUkVU", "AID-9f8e7d6c5b", "private-key-bytes"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_call_that_was_answered_is_on_record_with_its_trace()
    {
        Assert.Equal(202, (await new CallDraft(world).SendAsync()).Status);
        var entry = await FoundAsync(entry => entry is { Event: AuditEvent.Call, Result: AuditEntry.Ok, What: not "session/login" });
        Assert.Equal((world.First.PlatId.ToString(), TrustedPartyCatalogue.Revoke.Name), (entry.Who, entry.What));
        Assert.Equal(32, entry.TraceId!.Length);
    }

    [Fact]
    public async Task a_refusal_is_on_record_with_its_code_and_whom_the_certificate_proved()
    {
        var draft = new CallDraft(world);
        draft.At -= TimeSpan.FromMinutes(11);
        await draft.SendAsync();
        Assert.Equal(world.First.PlatId.ToString(), (await FoundAsync(entry => entry.Result == "TIMESTAMP_OUT_OF_RANGE")).Who);
    }

    [Fact]
    public async Task a_certificate_that_proves_another_than_claimed_proves_nobody()
    {
        await new CallDraft(world) { Caller = world.Second }.SendAsync();
        Assert.Equal(AuditEntry.Unproved, (await FoundAsync(entry => entry.Result == "CERTIFICATE_MISMATCH")).Who);
        await new CallDraft(world) { Caller = world.Stranger, Target = new Uri(world.Party.Self.Address, "/v9/nothing").ToString() }.SendAsync();
        Assert.Equal(AuditEntry.Unproved, (await FoundAsync(entry => entry is { What: "route-unknown", Event: AuditEvent.Call, Who: AuditEntry.Unproved })).Who);
    }

    [Fact]
    public async Task an_unknown_route_is_on_record_without_its_text()
    {
        await new CallDraft(world) { Target = new Uri(world.Party.Self.Address, "/v1/13912345678").ToString() }.SendAsync();
        Assert.Equal("ROUTE_UNKNOWN", (await FoundAsync(entry => entry.What == "route-unknown" && entry.Who == world.First.PlatId.ToString())).Result);
    }

    [Fact]
    public async Task a_handshake_that_fails_is_on_record()
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(IPAddress.Loopback, world.Party.Self.Address.Port, Ct);
            await socket.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray(), Ct);
        }

        Assert.Equal(("tls", AuditEntry.Unproved), await FoundAsync(entry => entry.Result == "HANDSHAKE_REFUSED") is var entry ? (entry.What, entry.Who) : default);
    }

    [Fact]
    public async Task a_page_is_on_record_and_nothing_of_the_person()
    {
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = world.Trust.ServerCallback() } });
        client.DefaultRequestHeaders.Add("cookie", "session=13912345678");
        client.DefaultRequestHeaders.Add("user-agent", "13912345678");
        using var answer = await client.GetAsync(new Uri(world.Party.PublicAddress, "/health?number=13912345678"), Ct);
        var entry = await FoundAsync(entry => entry.Event == AuditEvent.Page);
        Assert.Equal((AuditEntry.Person, null), (entry.Who, entry.TraceId));
    }

    [Fact]
    public async Task nothing_sensitive_reaches_the_trail_or_the_journal()
    {
        foreach (var secret in Sensitive)
        {
            foreach (var spoil in Places(secret))
            {
                var draft = new CallDraft(world);
                spoil(draft);
                await draft.SendAsync();
            }
        }

        var last = new CallDraft(world) { Method = "PUT" };
        await last.SendAsync();
        await FoundAsync(entry => entry.Result == "METHOD_NOT_ALLOWED"); // behind all of them
        var bytes = Encoding.UTF8.GetString([.. (await DocumentsAsync()).SelectMany(document => document.Body.ToArray())]);
        foreach (var secret in Sensitive)
        {
            Assert.DoesNotContain(secret, bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(world.Party.Journal.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    // In every place of a request: path, query, each header the gate reads, any other, names of headers and members, values of the body.
    private static IEnumerable<Action<CallDraft>> Places(string secret) =>
    [
        draft => draft.Target += "/" + secret,
        draft => draft.Target += "?" + secret + "=" + secret,
        draft => draft.Key = secret + "-0000000000000000",
        draft => draft.ContentType = "application/" + secret,
        draft => draft.Extra.Add(KeyValuePair.Create("authorization", "Bearer " + secret)),
        draft => draft.Extra.Add(KeyValuePair.Create("x-" + secret, secret)),
        draft => draft.Extra.Add(KeyValuePair.Create("ascs-plat-id", secret)),
        draft =>
        {
            draft.Secret = null; // no signer signs such a time
            draft.Extra.Add(KeyValuePair.Create("ascs-timestamp", secret));
        },
        draft => draft.Extra.Add(KeyValuePair.Create("ascs-author", secret)),
        draft => draft.Extra.Add(KeyValuePair.Create("content-digest", secret)),
        draft => draft.Extra.Add(KeyValuePair.Create("traceparent", secret)),
        draft => draft.BodyText = $$"""{"v":1,"enterpriseId":"{{secret}}","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}""",
        draft => draft.BodyText = $$"""{"v":1,"enterpriseId":"acme","aids":["{{secret}}"],"by":"{{secret}}"}""",
        draft => draft.BodyText = $$"""{"v":1,"{{secret}}":"acme","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}""",
        draft => draft.BodyText = secret,
    ];

    private async Task<AuditEntry> FoundAsync(Predicate<AuditEntry> matches)
    {
        while (true)
        {
            var entries = (await DocumentsAsync()).Select(document => AuditBatch.Parse(AuditDocument.Schema.FromBody(document.Body).Text)!).SelectMany(batch => batch.Entries);
            if (entries.FirstOrDefault(entry => matches(entry)) is { } found) return found;
            await Task.Delay(5, Ct);
        }
    }

    private async Task<IReadOnlyList<Document>> DocumentsAsync() =>
        (await world.Party.Store.RangeAsync(Containers.Audit, AuditDocument.Partition, IdRange.First, IdRange.End, 1000, Ct)).Items;
}
