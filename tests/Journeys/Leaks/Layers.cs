using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Ascs.Journeys.Tests.Leaks;

/// <summary>What bytes hold inside: compressed streams wherever they begin, and long runs of base64, again and again.</summary>
internal static class Layers
{
    private const int Deepest = 4, ShortestRun = 24, LongestStream = 16 * 1024 * 1024;

    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"u8);

    /// <summary>The bytes themselves first, then everything found in them.</summary>
    public static IEnumerable<byte[]> Of(byte[] bytes, int depth = 0)
    {
        yield return bytes;
        if (depth == Deepest)
            yield break;
        foreach (var inner in Streams(bytes).Concat(Runs(bytes)).Where(inner => inner.Length > 0))
        {
            foreach (var layer in Of(inner, depth + 1))
                yield return layer;
        }
    }

    private static IEnumerable<byte[]> Streams(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length - 2; at++)
        {
            if (bytes[at] == 0x1F && bytes[at + 1] == 0x8B && bytes[at + 2] == 8) // RFC 1952 2.3.1
                yield return Inflate(new GZipStream(From(bytes, at), CompressionMode.Decompress));
            else if (bytes[at] == 0x78 && bytes[at + 1] is 0x01 or 0x5E or 0x9C or 0xDA) // RFC 1950 2.2
                yield return Inflate(new ZLibStream(From(bytes, at), CompressionMode.Decompress));
        }

        yield return Inflate(new DeflateStream(From(bytes, 0), CompressionMode.Decompress)); // RFC 1951 has no mark: only where bytes begin
    }

    private static IEnumerable<byte[]> Runs(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var skip = bytes.AsSpan(at).IndexOfAny(Base64);
            if (skip < 0)
                yield break;
            at += skip;
            var length = bytes.AsSpan(at).IndexOfAnyExcept(Base64);
            length = length < 0 ? bytes.Length - at : length;
            for (var offset = 0; length >= ShortestRun && offset < 4; offset++)
                yield return Decode(bytes.AsSpan(at + offset, length - offset));
            at += length;
        }
    }

    private static byte[] Decode(ReadOnlySpan<byte> run) =>
        Convert.FromBase64String(Encoding.ASCII.GetString(run[..(run.Length / 4 * 4)]).Replace('-', '+').Replace('_', '/'));

    private static MemoryStream From(byte[] bytes, int at) => new(bytes, at, bytes.Length - at, writable: false);

    /// <summary>As much as comes out before a fault.</summary>
    private static byte[] Inflate(Stream stream)
    {
        using var content = new MemoryStream();
        var part = new byte[4096];
        using (stream)
        {
            try
            {
                for (int read; content.Length < LongestStream && (read = stream.Read(part)) > 0;)
                    content.Write(part, 0, read);
            }
            catch (InvalidDataException)
            {
                // random bytes that look like a beginning
            }
        }

        return content.ToArray();
    }
}
