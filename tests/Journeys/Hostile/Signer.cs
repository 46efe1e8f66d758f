using System.Globalization;
using Ascs.Contracts;
using Ascs.Hosts.Local.Platforms;
using Ascs.Trust.Sessions;
using Ascs.Trust.Signing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>Signs a changed call anew, under the session's key that its original was signed with: how far a platform with valid credentials gets.</summary>
internal sealed class Signer
{
    private readonly Dictionary<(string Party, PlatId Caller), PairSecret> keys = [];
    private readonly LocalSystem system;

    private Signer(LocalSystem system) => this.system = system;

    /// <summary>Looks the keys up where the platforms called do.</summary>
    public static async Task<Signer> MakeAsync(LocalSystem system, IEnumerable<ValidCall> calls, CancellationToken ct)
    {
        var signer = new Signer(system);
        foreach (var (party, caller) in calls.Select(call => (call.Party, call.Caller)).Distinct())
        {
            var session = await system.Host(party).Services.GetRequiredService<SessionStore>().FindAsync(caller, ct);
            signer.keys[(party, caller)] = session?.Mac ?? throw new InvalidOperationException($"{caller} is not logged in at {party}.");
        }

        return signer;
    }

    public ValidCall Sign(ValidCall call, TimeSpan late = default)
    {
        var now = TimeProvider.System.GetUtcNow() - late;
        var fresh = call.With(SignedFieldNames.ContentDigest, ContentDigest.Of(call.Body))
            .With(SignedFieldNames.Timestamp, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        var address = system.Host(call.Party).File.PlatformAddress!.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        var message = new RequestMessage(fresh.Method, address + fresh.Target, name => fresh.Field(name) is { } value ? value : StringValues.Empty);
        var signature = RequestSigner.Sign(message, keys[(call.Party, call.Caller)], now, Nonce.Create());
        return fresh.With(SignedFieldNames.SignatureInput, signature.SignatureInput).With(SignedFieldNames.Signature, signature.Signature);
    }
}
