using Ascs.Gm;

namespace Ascs.Trust.Audit;

/// <summary>What a platform knows of its trail from elsewhere than the records, so that a start finds a trail whose end was cut off together with its head.</summary>
/// <param name="Heads">Heads published before, from the journal.</param>
/// <param name="Keys">The platform's own public author keys by id.</param>
public sealed record AuditWitness(Func<IEnumerable<SignedAuditHead>> Heads, Func<string, Sm2PublicKey?> Keys)
{
    /// <summary>Knows nothing.</summary>
    public static AuditWitness None { get; } = new(() => [], _ => null);
}
