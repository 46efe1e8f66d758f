using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Tests.Calls;

/// <summary>What a peer may answer at <c>/v1/keys</c>, over real TLS.</summary>
public sealed class StatedKeysTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static readonly SignedKeyStatement Statement = new("c3RhdGVtZW50");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_owner_is_asked_for_and_the_statements_come_back_unjudged()
    {
        var asked = "";
        var answer = await AskAsync(context =>
        {
            asked = context.Request.Path + context.Request.QueryString.ToString();
            return Results.Bytes(KeyStatements.ToJson([Statement]));
        });
        Assert.Equal([Statement], Assert.IsType<KeyAnswer.Read>(answer).Statements);
        Assert.Equal($"/v1/keys?owner={world.Second.PlatId}", asked);
    }

    [Fact]
    public async Task an_answer_that_is_too_large_unreadable_or_another_says_so()
    {
        Assert.Equal(new KeyAnswer.Failed("the answer is too large"), await AskAsync(_ => Results.Bytes(new byte[1024 * 1024 + 1])));
        Assert.Equal(new KeyAnswer.Failed("the answer is no list of statements"), await AskAsync(_ => Results.Bytes(Encoding.UTF8.GetBytes("<html>"))));
        Assert.Equal(new KeyAnswer.Failed("the answer has status 503"), await AskAsync(_ => Results.StatusCode(503)));
    }

    [Fact]
    public async Task nobody_there_is_no_answer() =>
        Assert.Equal(new KeyAnswer.Failed("no answer"), await ReadAsync(world.Party.Self with { PublicAddress = new Uri("https://localhost:1") }));

    private async Task<KeyAnswer> AskAsync(Func<HttpContext, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhostAny(listen => listen.UsePublicListener(new OwnCertificate(world.Party.Certificate))));
        await using var app = builder.Build();
        app.MapGet(CommonPages.Keys.Route, answer);
        await app.StartAsync(Stop);
        return await ReadAsync(world.Party.Self with { PublicAddress = new Uri($"https://localhost:{new Uri(app.Urls.Single()).Port}") });
    }

    private async Task<KeyAnswer> ReadAsync(Peer host)
    {
        using var clients = new PeerClients(new OwnCertificate(world.First.Certificate), world.Trust, world.First.Directory);
        return await new StatedKeys(clients, world.Time).ReadAsync(host, world.Second.PlatId, Stop);
    }
}
