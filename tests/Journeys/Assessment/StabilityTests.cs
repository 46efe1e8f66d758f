using System.Globalization;
using System.Net;
using System.Runtime.Versioning;
using Ascs.Contracts;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Sessions;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>4.1.5, assessed as 5.1.5 says: limits by the program, and what only papers and people can do.</summary>
public sealed class StabilityTests(LimitedSystem system) : IClassFixture<LimitedSystem>
{
    private static readonly Lazy<string> Plan = new(() => File.ReadAllText(Path.Combine(Repository.Root, "docs/security-plan.md")));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Clause("CHEAA-4.1.5.1", "a platform that asks too often is answered 429 with the seconds to wait and the published limit; other platforms and people are served meanwhile, and after the wait it is served again: no ban")]
    public async Task Who_asks_too_often_waits_and_nobody_else_does()
    {
        var session = await system.Assessor.LoginAsync(Cancelled);
        var refused = await FloodAsync(session);
        Assert.Equal("TOO_MANY_REQUESTS", refused.Code);
        Assert.Contains($"q={LimitedSystem.Burst}", refused.Fields["RateLimit-Policy"], StringComparison.Ordinal);
        await system.Hongyan.CallAsync(EnterpriseCatalogue.ListSubscriptions, new ListSubscriptionsRequest(1, Systems.RunningSystem.Parcels, null, 10), Cancelled);
        system.Clock.Move(TimeSpan.FromSeconds(int.Parse(refused.Fields["Retry-After"], CultureInfo.InvariantCulture)));
        Assert.Null((await system.AskAsync(session, Cancelled)).Code);
    }

    [Fact]
    [Clause("CHEAA-4.1.5.1", "an address that floods the public pages is answered 429; the platform listener goes on")]
    public async Task A_flood_of_pages_does_not_reach_the_platforms()
    {
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = system.Authorities.ServerCallback() } });
        var health = new Uri(system.Platforms.Host("qinghe-clinic").File.PublicAddress!, CommonPages.Health.Route);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < LimitedSystem.PageBurst + 1; i++)
        {
            using var answer = await client.GetAsync(health, Cancelled);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        system.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.True((await system.AskAsync(await system.Assessor.LoginAsync(Cancelled), Cancelled)).Passed);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    [Clause("CHEAA-4.1.5.2", "a running platform listens on the two ports of its party.json and no other; every key file of every party is its owner's alone; the hardening rules are written down")]
    public void Servers_are_hardened()
    {
        foreach (var folder in SamplePlan.Parties.Select(plan => system.Sample.Party(plan.Folder)))
        {
            foreach (var secret in new[] { folder.CertificateKey, folder.KeyEncryptionKey, folder.GatewaySecret }.Where(File.Exists))
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));
        }

        var expected = system.Platforms.Hosts.SelectMany(host => new[] { host.File.PublicAddress!.Port, host.File.PlatformAddress!.Port }).Order();
        Assert.Equal(expected, ListeningPorts.Of().Except(system.OthersPorts).Order()); // tests before this one may have left a listener
        Has("## Hardening (CHEAA-4.1.5.2)", "ports", "TLS", "versions", "passwords");
    }

    [Fact]
    [Clause("CHEAA-4.1.5.1", "the plan names traffic cleaning, content networks and the steps of a flood")]
    [Clause("CHEAA-4.1.5.3", "the plan has an emergency response with contain and recover steps, incident handling, backup and recovery, and drills with their frequency and record")]
    [Clause("CHEAA-4.1.5.4", "the plan says how often risks are assessed, by whom, and what is monitored")]
    public void The_papers_say_what_people_must_do()
    {
        Has("## Floods (CHEAA-4.1.5.1)", "traffic cleaning", "content network", "`platform suspend`");
        Has("## Emergency response and recovery (CHEAA-4.1.5.3)", "Duty officer", "contain", "recover", "Backups", "Drills", "six months");
        Has("## Risk assessment and monitoring (CHEAA-4.1.5.4)", "threat-model.md", "once a year", "third party", "alerts");
    }

    private static void Has(string heading, params string[] words)
    {
        var section = Plan.Value[Plan.Value.IndexOf(heading, StringComparison.Ordinal)..];
        section = section[..(section.IndexOf("\n## ", 1, StringComparison.Ordinal) is > 0 and var end ? end : section.Length)];
        Assert.All(words, word => Assert.Matches($"(?i){word}", section));
    }

    private async Task<Verdict> FloodAsync(CallerSession session)
    {
        for (var i = 0; i < LimitedSystem.Burst * 2; i++)
        {
            var verdict = await system.AskAsync(session, Cancelled);
            if (!verdict.Passed) return verdict;
        }

        throw new InvalidOperationException("Nobody was refused.");
    }
}
