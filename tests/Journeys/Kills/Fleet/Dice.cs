namespace Ascs.Fleet;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same seed throws the same numbers. One thread at a time.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both inclusive.</summary>
    public int Between(int low, int high)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return low + (int)(z % (ulong)(high - low + 1));
    }

    /// <summary>So many of them, each once.</summary>
    public T[] Pick<T>(IReadOnlyList<T> from, int count)
    {
        var pool = from.ToArray();
        for (var i = 0; i < count; i++)
        {
            var other = Between(i, pool.Length - 1);
            (pool[i], pool[other]) = (pool[other], pool[i]);
        }

        return pool[..count];
    }
}
