using Ascs.Gm;
using Ascs.Trust.Keys;

namespace Ascs.Operator.Keys;

/// <summary>The operator's keys out of its key ring.</summary>
public static class RingOfOperator
{
    /// <summary>Makes the keys that an operator needs and are not there yet: at initialisation.</summary>
    public static async Task EnsureOperatorKeysAsync(this KeyRing ring, DateTimeOffset now, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(ring);
        await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, now, ct);
        await ring.EnsureAsync(OperatorKeys.Seal, KeyAlgorithm.Sm2, now, ct);
        await ring.EnsureAsync(OperatorKeys.Tag, KeyAlgorithm.HmacSm3, now, ct);
        await ring.EnsureAsync(OperatorKeys.Lookup, KeyAlgorithm.HmacSm3, now, ct);
        await ring.EnsureAsync(OperatorKeys.Rest, KeyAlgorithm.Sm4, now, ct);
    }

    /// <summary>The keys in force. Seal keys are looked up at each use: old versions open old seals, new ones are seen after a rotation.</summary>
    /// <exception cref="InvalidOperationException">The ring lacks one: the platform was not initialised as an operator.</exception>
    public static OperatorKeys ToOperatorKeys(this KeyRing ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        return new(
            ring.Current(OperatorKeys.Tag).HmacSm3, ring.Current(OperatorKeys.Lookup).HmacSm3, ring.Current(OperatorKeys.Rest).Bytes, () => Seals(ring));
    }

    private static IReadOnlyList<Sm2PrivateKey> Seals(KeyRing ring)
    {
        var current = ring.Current(OperatorKeys.Seal);
        return [.. Enumerable.Range(1, current.Record.Version).Reverse().Select(v => ring.Find(OperatorKeys.Seal, v)).OfType<RingKey>().Select(k => k.Sm2)];
    }
}
