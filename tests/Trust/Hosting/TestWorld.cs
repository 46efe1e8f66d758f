using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.Trust.Limits;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Hosting;

/// <summary>A trusted party, two enterprises and an operator on loopback under one authority and one fake clock.</summary>
public class TestWorld : IAsyncLifetime
{
    internal static readonly EnterpriseId Acme = EnterpriseId.Parse("acme"), Bolt = EnterpriseId.Parse("bolt");

    internal MomentTime Time { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    internal virtual LimitOptions Limits { get; } = new();

    internal CertificateAuthority Authority { get; private set; } = null!;

    internal CertificateTrust Trust { get; private set; } = null!;

    internal TestPlatform Party { get; private set; } = null!;

    internal TestPlatform First { get; private set; } = null!;

    internal TestPlatform Second { get; private set; } = null!;

    /// <summary>Of the same authority, but paired with nobody.</summary>
    internal TestPlatform Stranger { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Authority = CertificateAuthority.Create("test", Time.GetUtcNow());
        Trust = new CertificateTrust([Authority.Certificate], Time);
        Party = await TestPlatform.StartAsync(this, Role.TrustedParty, "party");
        First = await TestPlatform.StartAsync(this, Role.Enterprise, "acme", Acme);
        Second = await TestPlatform.StartAsync(this, Role.Enterprise, "bolt", Bolt);
        Stranger = await TestPlatform.StartAsync(this, Role.Enterprise, "stranger", EnterpriseId.Parse("stranger"));
        TestPlatform.Pair(Party, First);
        TestPlatform.Pair(Party, Second);
    }

    public async ValueTask DisposeAsync()
    {
        await Stranger.DisposeAsync();
        await Second.DisposeAsync();
        await First.DisposeAsync();
        await Party.DisposeAsync();
        Trust.Dispose();
        Authority.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The session in which a platform calls the party; opened when there is none.</summary>
    internal CallerSession SessionOf(TestPlatform caller) => caller.Services.GetRequiredService<CallerSessions>()
        .GetAsync(Party.Self, new SessionWish(Fields: false), TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult().Value
        ?? throw new InvalidOperationException("No session: " + string.Join(" | ", caller.Journal.Lines.Concat(Party.Journal.Lines).TakeLast(6)));

    /// <summary>The party forgets a session; its caller does not know.</summary>
    internal async Task EndSessionAsync(TestPlatform caller)
    {
        SessionOf(caller);
        var sessions = Party.Services.GetRequiredService<SessionStore>();
        await sessions.EndAsync(caller.PlatId, (await sessions.FindAsync(caller.PlatId, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken);
    }

    internal IDocumentStore NewStore() => new InMemoryDocumentStore(Time);
}
