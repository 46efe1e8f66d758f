using System.Buffers.Text;
using System.Text;
using Ascs.Evidence.Leaves;
using Ascs.Gm;
using Ascs.Trust.Hosting;
using Ascs.Trust.Keys;
using Microsoft.Extensions.Logging;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>
/// A key change is a log leaf (protocol 1): every key that `/v1/keys` states, our own or handed on, has its KEY_CHANGED. The batch id follows from owner and key, so
/// the log takes each once however often this asks; nothing else has to be remembered.
/// </summary>
internal sealed class AttestKeys(PublishedKeys published, KeyRing ring, IEvidenceLog log, TimeProvider time, ILogger<AttestKeys> logger)
    : PeriodicWork("key-leaves", TimeSpan.FromMinutes(1), "Key changes could not be attested now and are tried again", time, logger)
{
    // Appended since the start: spares the log the question.
    private readonly HashSet<string> attested = [];

    /// <summary>One pass over what is stated now.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        var stated = published.Statements().Select(signed => PublicKeyStatement.Parse(Base64Url.DecodeFromChars(signed.Statement))!).ToList();
        foreach (var statement in stated.OrderBy(s => s.Platform.Value).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Version))
        {
            var name = $"key-{statement.Platform}-{statement.KeyId}";
            if (attested.Contains(name)) continue;
            var former = stated.FirstOrDefault(s => s.Platform == statement.Platform && s.Name == statement.Name && s.Version == statement.Version - 1);
            await log.AppendAsync(BatchOf(name), [LeafOf(name, statement, former?.Fingerprint)], ct);
            attested.Add(name);
        }
    }

    // A digest, for a peer may choose names as long as it likes.
    private static string BatchOf(string name) => "key-" + Base64Url.EncodeToString(Sm3.Hash(Encoding.UTF8.GetBytes(name)));

    // WIRE.md 3.3: salted under a key of the log's own, for it belongs to no authorisation.
    private byte[] LeafOf(string name, PublicKeyStatement statement, string? former)
    {
        var facts = new KeyChangedFacts(
            statement.Platform.ToString(), statement.Name, statement.Fingerprint, former, new Hash(Sm3.Hash(statement.ToCanonical())));
        using var key = new LeafKey(ring.Current(TrustedPartyKeys.LogLeaves).Bytes);
        return Leaf.Build(facts, key.DeriveId(name), Time.GetUtcNow(), key).Bytes.ToArray();
    }
}
