using System.Security.Cryptography;

namespace Ascs.Contracts;

/// <summary>Makes time-ordered ids: 48 bits of milliseconds and 80 random bits, so that new documents land at the end of their index.</summary>
/// <param name="time">Where the milliseconds come from.</param>
public sealed class IdSource(TimeProvider time)
{
    /// <summary>26 characters of Crockford base32.</summary>
    public string Next()
    {
        Span<byte> random = stackalloc byte[10];
        RandomNumberGenerator.Fill(random);
        var low = UInt128.Zero;
        foreach (var b in random)
            low = (low << 8) | b;
        var milliseconds = (UInt128)(ulong)time.GetUtcNow().ToUnixTimeMilliseconds();
        return Base32.Encode128((milliseconds << 80) | low);
    }
}
