namespace Ascs.Gm;

/// <summary>A wrong length of a key, nonce or buffer is a bug of the caller, so it is an exception; the message never holds the bytes.</summary>
internal static class Lengths
{
    internal static void Require(int actual, int expected, string name)
    {
        if (actual != expected) throw new ArgumentException($"{expected} bytes expected, {actual} given", name);
    }
}
