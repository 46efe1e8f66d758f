using System.Text;

namespace Ascs.Hosts.Handset.Simulation;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), started from a seed and what the throw is about. No state is shared between
/// throws: the fate of a message does not depend on what arrived before it.
/// </summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    internal static Dice For(ulong seed, string gateway, string messageId, int attempt)
    {
        var hash = Fold(Fold(seed ^ 0xcbf29ce484222325, gateway), messageId);
        return new Dice(Mix(hash + (ulong)attempt));
    }

    /// <summary>True in <paramref name="percent"/> of a hundred throws. Always consumes one throw, so turning one knob moves no other.</summary>
    internal bool Hits(double percent) => Unit() * 100 < percent;

    /// <summary>A whole number from low to high, both included.</summary>
    internal int Between(int low, int high) => low + (int)(Unit() * ((long)high - low + 1));

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next() => Mix(_state += 0x9e3779b97f4a7c15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    // FNV-1a over UTF-8, closed with 0xff (never a UTF-8 byte), so that ("ab","c") and ("a","bc") differ.
    private static ulong Fold(ulong hash, string text)
    {
        Span<byte> bytes = stackalloc byte[512];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        foreach (var b in bytes[..length]) hash = (hash ^ b) * 0x100000001b3;
        return (hash ^ 0xff) * 0x100000001b3;
    }
}
